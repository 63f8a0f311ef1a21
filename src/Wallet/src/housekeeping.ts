import { useEffect } from 'preact/hooks';
import { keepFiles } from './serviceWorkerRegistration';
import { useWallet } from './wallet';

const interval = 10_000;

/** While the wallet is unlocked, online and looked at: fetches cards that were being made, and fresh copies before they run out. */
export function useHousekeeping(active: boolean): void {
  const { lock, online } = useWallet();
  useEffect(() => {
    if (!active || lock !== 'unlocked' || !online) return;
    const work = () => {
      if (document.visibilityState === 'visible') void import('./housework').then(module => module.keepHouse());
    };
    // After the card and its status: nobody waits for this.
    const soon = setTimeout(() => {
      work();
      void keepFiles('all');
    }, 1500);
    const timer = setInterval(work, interval);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
    };
  }, [active, lock, online]);
}
