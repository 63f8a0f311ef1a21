import { useEffect, useState } from 'preact/hooks';

/** Chromium's offer to install the page (not in any standard; https://wicg.github.io/manifest-incubations/). */
export interface InstallPrompt extends Event {
  prompt(): Promise<{ outcome: 'accepted' | 'dismissed' }>;
}

/**
 * How this wallet becomes an app: `offered`: the browser asks when told to; `by-hand`: iPhone and iPad, where the person does it;
 * `ios-app`: it is one there, and links lead past it; `done`: installed just now; `none`: an app already, or nothing to be done here.
 */
export type Installation = 'offered' | 'by-hand' | 'ios-app' | 'done' | 'none';

let offer: InstallPrompt | undefined;
let state: Installation = 'none';
const listeners = new Set<() => void>();

export const installation = (): Installation => state;

function change(next: Installation): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Begins to listen; the browser's offer comes once, and early. */
export function watchInstallation(): void {
  // Safari on iPhone and iPad is the only browser that has the property; a Mac has no touch.
  if ('standalone' in navigator && navigator.maxTouchPoints > 1) change(navigator.standalone === true ? 'ios-app' : 'by-hand');
  addEventListener('beforeinstallprompt', event => {
    // Its own banner would come at a moment of its own choosing.
    event.preventDefault();
    offer = event as InstallPrompt;
    change('offered');
  });
  addEventListener('appinstalled', () => {
    offer = undefined;
    change('done');
  });
}

/** Lets the browser ask. An offer is good for one question; after a no it makes another one when it sees fit. */
export async function install(): Promise<void> {
  const asked = offer;
  offer = undefined;
  if (!asked) return;
  const { outcome } = await asked.prompt();
  if (outcome === 'dismissed') change('none');
}

export function useInstallation(): Installation {
  const [current, setCurrent] = useState(state);
  useEffect(() => {
    const listener = () => setCurrent(state);
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, []);
  return current;
}
