import { scriptUrl } from './trustedUrl';

/** Registers the service worker once the page has come to rest. A new version takes over at the next start, never in between. */
export function registerServiceWorker(): void {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const register = () => void navigator.serviceWorker.register(scriptUrl('/service-worker.js'), { updateViaCache: 'none' });
  if (document.readyState === 'complete') register();
  else addEventListener('load', register, { once: true });
}
