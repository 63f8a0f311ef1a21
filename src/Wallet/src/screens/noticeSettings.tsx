import { useEffect, useState } from 'preact/hooks';
import { pushState, switchPushOff, switchPushOn, type PushState } from '../loss/push';
import { useTexts } from '../parts/useTexts';
import { requireDataKey, useWallet } from '../wallet';

/** Whether the wallet gives notice while it is closed, and why not where it cannot. */
export function NoticeSettings() {
  const t = useTexts();
  const { lock } = useWallet();
  const [state, setState] = useState<PushState>();
  const [busy, setBusy] = useState(false);
  useEffect(() => void pushState().then(setState), []);
  if (lock !== 'unlocked' || state === undefined) return null;

  async function change(on: boolean): Promise<void> {
    setBusy(true);
    const dataKey = requireDataKey();
    if (on) setState(await switchPushOn(dataKey));
    else setState(await switchPushOff(dataKey).then(pushState));
    setBusy(false);
  }

  return (
    <section class="panel" data-testid="notice-settings">
      <h2>{t.notices.settingsTitle}</h2>
      <p data-testid="push-state" data-state={state}>{t.notices.states[state]}</p>
      {(state === 'on' || state === 'off') && (
        <button type="button" class="button secondary" disabled={busy} onClick={() => void change(state === 'off')} data-testid="push-switch">
          {state === 'on' ? t.notices.switchOff : t.notices.switchOn}
        </button>
      )}
    </section>
  );
}
