import { scriptUrl } from './trustedUrl';

/** `<div data-warden-app="/warden/service-worker.js">`: makes the page an app that opens without a network. It serves `/warden` and nothing else. */
export function enhance(page: HTMLElement): void {
  const worker = page.dataset['wardenApp'];
  if (!worker || !('serviceWorker' in navigator)) return;
  void navigator.serviceWorker.register(scriptUrl(worker), { scope: '/warden', updateViaCache: 'none' });
}
