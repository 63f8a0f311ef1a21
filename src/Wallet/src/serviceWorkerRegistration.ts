import { scriptUrl } from './trustedUrl';

/** Registers the service worker once the page has come to rest. A new version takes over at the next start, never in between. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const register = () => {
    void navigator.serviceWorker.register(scriptUrl('/service-worker.js'), { updateViaCache: 'none' });
    void keepLanguages(performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname));
  };
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}

/** The service worker keeps the languages among these files for the time without a network; or all of them. */
export async function keepLanguages(paths: 'all' | string[]): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  (await navigator.serviceWorker.ready).active?.postMessage(paths);
}
