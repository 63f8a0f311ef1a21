import { useEffect, useState } from 'preact/hooks';
import { keepSetting, setting } from '../storage/settings';
import { requireDataKey, useWallet } from '../wallet';
import { Notice } from './notice';
import { useTexts } from './useTexts';

/** Asks, once a card that ends is there, whether the wallet may give notice; the browser is asked only after a yes. */
export function PushOffer() {
  const t = useTexts();
  const { lock, faces } = useWallet();
  const [offered, setOffered] = useState(false);
  const [busy, setBusy] = useState(false);
  const ending = faces.some(({ validUntil }) => validUntil !== undefined);
  useEffect(() => {
    if (lock === 'unlocked' && ending) void mayOffer().then(setOffered);
    else setOffered(false);
  }, [lock, ending]);

  async function allow(): Promise<void> {
    setBusy(true);
    const { switchPushOn } = await import('../loss/push');
    await switchPushOn(requireDataKey());
    setOffered(false);
  }

  if (!offered) return null;
  return (
    <Notice tone="info" title={t.notices.offerTitle} id="push-offer">
      <p>{t.notices.offerText}</p>
      <div class="actions">
        <button type="button" class="button" disabled={busy} onClick={() => void allow()} data-testid="push-allow">{t.notices.allow}</button>
        <button type="button" class="button secondary" onClick={() => void keepSetting('push', 'off').then(() => setOffered(false))} data-testid="push-decline">{t.notices.decline}</button>
      </div>
    </Notice>
  );
}

/** One question at a time: the emergency code comes first. */
async function mayOffer(): Promise<boolean> {
  if (await setting('push') !== undefined || await setting('emergency') !== 'made') return false;
  return 'serviceWorker' in navigator && 'PushManager' in globalThis && 'Notification' in globalThis && Notification.permission !== 'denied';
}
