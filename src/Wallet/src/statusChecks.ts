import { useEffect } from 'preact/hooks';
import { loadStatusCheck, protocolContext } from './protocolAccess';
import { openCard } from './storage/cards';
import { changeFace } from './storage/faces';
import { refreshFaces, requireDataKey, useWallet, walletState } from './wallet';

/** Half of the minute within which a revocation has to be seen. */
const interval = 30_000;

/** Asks the issuers' status lists now and every 30 seconds, while the wallet is unlocked, online and looked at. */
export function useStatusChecks(ids: string[]): void {
  const { lock, online } = useWallet();
  const key = ids.join(' ');
  useEffect(() => {
    if (lock !== 'unlocked' || !online || key === '') return;
    const check = () => {
      if (document.visibilityState === 'visible') void checkCards(key.split(' '));
    };
    // After the first paint: the face is already there.
    const soon = setTimeout(check, 50);
    const timer = setInterval(check, interval);
    addEventListener('visibilitychange', check);
    return () => {
      clearTimeout(soon);
      clearInterval(timer);
      removeEventListener('visibilitychange', check);
    };
  }, [lock, online, key]);
}

async function checkCards(ids: string[]): Promise<void> {
  const checkStatus = await loadStatusCheck();
  const context = await protocolContext();
  for (const id of ids) {
    if (walletState().lock !== 'unlocked') return;
    const card = await openCard(requireDataKey(), id);
    if (!card) continue;
    const status = await checkStatus(card, context);
    // "unknown" leaves the last answer standing, with its time.
    if (status !== 'unknown' && walletState().lock === 'unlocked') await changeFace(id, { status, checkedAt: context.now() }, requireDataKey());
  }
  await refreshFaces();
}
