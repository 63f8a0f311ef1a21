import { useEffect } from 'preact/hooks';

/** Keeps the display lit while this is on the screen, where the browser can; it forgets when the page is hidden, so it is told again. */
export function useWakeLock(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined;
    let left = false;
    const ask = () => void request().then(granted => {
      if (left) void granted?.release();
      else lock = granted;
    });
    ask();
    addEventListener('visibilitychange', ask);
    return () => {
      left = true;
      removeEventListener('visibilitychange', ask);
      void lock?.release();
    };
  }, []);
}

// Refused on a battery that is nearly empty: the display then goes dark as ever.
async function request(): Promise<WakeLockSentinel | undefined> {
  if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return undefined;
  return navigator.wakeLock.request('screen').catch(() => undefined);
}
