/// <reference lib="webworker" />
// Filled in by the build: a name for this version and the files of the app.
declare const __APP_VERSION__: string;
declare const __APP_FILES__: string[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const cacheName = `warden-${__APP_VERSION__}`;
/** The only page that is kept. It says nothing about anybody: pages of a shift name the warden and are never kept. */
const offlinePage = '/warden/offline';

worker.addEventListener('install', event => event.waitUntil(keep()));

worker.addEventListener('activate', event => {
  event.waitUntil(removeOldVersions().then(() => worker.clients.claim()));
});

worker.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (request.mode === 'navigate') event.respondWith(fetch(request).catch(() => kept(offlinePage)));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(fetch(request).catch(() => kept(url.pathname)));
});

async function keep(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(__APP_FILES__);
  await cache.add(new Request(offlinePage, { credentials: 'omit', headers: { 'accept-language': navigator.language } }));
}

async function kept(path: string): Promise<Response> {
  return (await caches.match(path, { cacheName, ignoreSearch: true, ignoreVary: true })) ?? Response.error();
}

async function removeOldVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name.startsWith('warden-') && name !== cacheName).map(name => caches.delete(name)));
}
