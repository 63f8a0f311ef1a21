import { useEffect, useState } from 'preact/hooks';
import { follow } from '../routes';
import { openOutstanding } from '../storage/losses';
import { setting } from '../storage/settings';
import { openDataKey, useWallet } from '../wallet';
import { Notice } from './notice';
import { useTexts } from './useTexts';

/** Once there is something to lose and no emergency code yet; or while cards of a lost wallet are not back. */
export function LossReminder() {
  const t = useTexts();
  const { lock, faces } = useWallet();
  const [made, setMade] = useState(true);
  const [missing, setMissing] = useState(0);
  useEffect(() => {
    const key = openDataKey();
    if (!key) return;
    void setting('emergency').then(state => setMade(state === 'made'));
    void openOutstanding(key).then(cards => setMissing(cards?.length ?? 0));
  }, [lock, faces]);
  if (lock !== 'unlocked') return null;
  if (missing > 0) {
    return (
      <Notice tone="info" title={t.loss.missingTitle(missing)} id="cards-missing">
        <a class="button secondary" href="/restore" onClick={event => follow(event, '/restore')} data-testid="to-restore">{t.loss.missingAction}</a>
      </Notice>
    );
  }
  if (made || faces.length === 0) return null;
  return (
    <Notice tone="info" title={t.loss.remindTitle} id="code-missing">
      <p>{t.loss.remindText}</p>
      <a class="button secondary" href="/emergency-code" onClick={event => follow(event, '/emergency-code')} data-testid="to-emergency">{t.loss.remindAction}</a>
    </Notice>
  );
}
