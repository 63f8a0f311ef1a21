/// <reference lib="webworker" />
// Filled in by the build: a name for this version and the files of the app shell.
declare const __SHELL_VERSION__: string;
declare const __SHELL_FILES__: string[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const version = __SHELL_VERSION__;
const files = __SHELL_FILES__;
const shell = `shell-${version}`;
/** Large files that only some citizens need (the QR decoder): kept when first used. */
const later = `later-${version}`;

worker.addEventListener('install', event => {
  event.waitUntil(caches.open(shell).then(cache => cache.addAll(files)));
});

// Without skipWaiting a new version waits until the last page of the old one is closed: no surprise in the middle of a step.
worker.addEventListener('activate', event => {
  event.waitUntil(removeOldVersions().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fromShell('/', request));
  else if (files.includes(url.pathname)) event.respondWith(fromShell(url.pathname, request));
  else if (url.pathname.endsWith('.wasm')) event.respondWith(keepForLater(request));
});

async function fromShell(path: string, request: Request): Promise<Response> {
  const cached = await caches.match(path, { cacheName: shell });
  return cached ?? fetch(request);
}

async function keepForLater(request: Request): Promise<Response> {
  const cache = await caches.open(later);
  const cached = await cache.match(request);
  if (cached) return cached;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

async function removeOldVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name !== shell && name !== later).map(name => caches.delete(name)));
}
