import { scriptUrl } from './trustedUrl';

/** Registers the service worker once the page has come to rest. A new version takes over at the next start, never in between. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const register = () => {
    void navigator.serviceWorker.register(scriptUrl('/service-worker.js'), { updateViaCache: 'none' });
    void keepFiles(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/** The service worker keeps these files for the time without a network, as far as it does not keep them anyway; or all there are. */
export async function keepFiles(paths: 'all' | string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  (await navigator.serviceWorker.ready).active?.postMessage(paths);
}
