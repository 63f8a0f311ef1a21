/// <reference lib="webworker" />
// Filled in by the build: a name for this version and the files of the app shell.
declare const __SHELL_VERSION__: string;
declare const __SHELL_FILES__: string[];
declare const __ON_DEMAND__: string[];
declare const __ONCE_IN_USE__: string[];

const worker = self as unknown as ServiceWorkerGlobalScope;
const version = __SHELL_VERSION__;
const files = __SHELL_FILES__;
const onDemand = __ON_DEMAND__;
/** All languages but German, and screens that a first visit does without. */
const onceInUse = __ONCE_IN_USE__;
const shell = `shell-${version}`;
/** What only some citizens need (the QR decoder, mdocs): kept when first used. */
const later = `later-${version}`;
/** As in `loss/push.ts`; stays when the version changes. */
const pushWords = 'push-words';

worker.addEventListener('install', event => {
  event.waitUntil(install());
});

// What to keep: the language that a first page was read in, and everything once the wallet is in use.
worker.addEventListener('message', event => {
  const wanted = event.data as 'all' | string[];
  event.waitUntil(keep(wanted === 'all' ? onceInUse : onceInUse.filter(path => wanted.includes(path))));
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
  else if (onDemand.includes(url.pathname) || onceInUse.includes(url.pathname)) event.respondWith(keepForLater(request));
});

// A push wakes and says nothing; what is shown is one sentence that the wallet left here in the language of its owner.
worker.addEventListener('push', event => event.waitUntil(showNotice()));

worker.addEventListener('notificationclick', event => {
  event.notification.close();
  event.waitUntil(openWallet());
});

async function install(): Promise<void> {
  const used = (await caches.keys()).some(name => name.startsWith('later-') && name !== later);
  await (await caches.open(shell)).addAll(files);
  // Whoever used the version before has everything of this one too, also when it starts without network.
  if (used) await keep(onceInUse);
}

async function keep(paths: string[]): Promise<void> {
  const cache = await caches.open(later);
  const kept = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  await cache.addAll(paths.filter(path => !kept.includes(path)));
}

async function showNotice(): Promise<void> {
  const kept = await caches.match('/push-words', { cacheName: pushWords });
  const { title, ...words } = kept ? ((await kept.json()) as { title: string } & NotificationOptions) : { title: 'Wallet' };
  // One for all: ten pushes make no heap, and tell nobody how much happened.
  await worker.registration.showNotification(title, { ...words, tag: 'wallet', icon: '/icon-192.png' });
}

async function openWallet(): Promise<void> {
  const [open] = await worker.clients.matchAll({ type: 'window' });
  await (open ? open.focus() : worker.clients.openWindow('/'));
}

async function fromShell(path: string, request: Request): Promise<Response> {
  const cached = await caches.match(path, { cacheName: shell });
  return cached ?? fetch(request);
}

async function keepForLater(request: Request): Promise<Response> {
  const cache = await caches.open(later);
  const cached = await cache.match(new URL(request.url).pathname, { ignoreVary: true });
  if (cached) return cached;
  const response = await fetch(request);
  if (response.ok) await cache.put(request, response.clone());
  return response;
}

async function removeOldVersions(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(names.filter(name => name !== shell && name !== later && name !== pushWords).map(name => caches.delete(name)));
}

// A module for its tests; the build leaves nothing of it.
export {};
