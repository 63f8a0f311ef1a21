import { useEffect, useState } from 'preact/hooks';
import { PasskeyDeclined, tryPasskey } from '../lock/passkey';
import { tryPin } from '../lock/pin';
import { startOver, unlocked, useWallet } from '../wallet';
import { ConfirmDialog } from './confirmDialog';
import { Icon } from './icon';
import { Notice } from './notice';
import { useTexts } from './useTexts';

/** The way in: PIN or passkey, whichever was chosen. Inside any screen that needs it, so the screen goes on afterwards. */
export function Unlock({ reason }: { reason?: string }) {
  const t = useTexts();
  const { method } = useWallet();
  return (
    <section class="unlock" data-testid="unlock">
      <span class="unlock-emblem"><Icon name="lock" /></span>
      <p class="lead">{reason ?? t.unlock.title}</p>
      {method === 'passkey' ? <PasskeyUnlock /> : <PinUnlock />}
      <Forgotten />
    </section>
  );
}

function PinUnlock() {
  const t = useTexts();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [waitUntil, setWaitUntil] = useState(0);
  const [wrong, setWrong] = useState(false);
  const seconds = useSecondsUntil(waitUntil);
  const message = wrong ? t.unlock.wrongPin(seconds) : seconds > 0 ? t.unlock.wait(seconds) : '';

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || pin === '') return;
    setBusy(true);
    const result = await tryPin(pin);
    setBusy(false);
    setPin('');
    if ('dataKey' in result) return unlocked(result.dataKey);
    setWrong(result.wrong);
    setWaitUntil(result.waitUntil);
    document.getElementById('pin')?.focus();
  }

  return (
    <form onSubmit={event => void submit(event)} class="stack">
      <label class="field">
        <span>{t.unlock.pinLabel}</span>
        <input
          id="pin" data-testid="pin" type="password" inputMode="numeric" autocomplete="off" maxLength={12} value={pin}
          onInput={event => setPin(event.currentTarget.value.replace(/\D/g, ''))} aria-invalid={wrong} aria-describedby="pin-message"
        />
      </label>
      <p id="pin-message" class="field-message" role="status" data-testid="pin-message">{message}</p>
      <button type="submit" class="button" disabled={busy || seconds > 0} data-testid="unlock-pin">
        <Icon name="lock" />{busy ? t.loading : t.unlock.action}
      </button>
    </form>
  );
}

function PasskeyUnlock() {
  const t = useTexts();
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);

  async function open(): Promise<void> {
    setBusy(true);
    setMessage('');
    try {
      const dataKey = await tryPasskey();
      if (dataKey) return await unlocked(dataKey);
      setMessage(t.unlock.passkeyOther);
    } catch (error) {
      if (!(error instanceof PasskeyDeclined)) throw error;
      setMessage(t.unlock.passkeyDeclined);
    } finally {
      setBusy(false);
    }
  }

  return (
    <div class="stack">
      <button type="button" class="button" disabled={busy} onClick={() => void open()} data-testid="unlock-passkey">
        <Icon name="fingerprint" />{t.unlock.withPasskey}
      </button>
      {message && <Notice tone="warning" urgent><p>{message}</p></Notice>}
    </div>
  );
}

function Forgotten() {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  return (
    <details class="quiet">
      <summary>{t.unlock.forgotten}</summary>
      <p>{t.unlock.forgottenExplain}</p>
      <button type="button" class="button secondary" onClick={() => setAsking(true)} data-testid="start-over">{t.unlock.startOver}</button>
      {asking && (
        <ConfirmDialog
          title={t.settings.startOverTitle} text={t.settings.startOverText} action={t.settings.startOverConfirm}
          onConfirm={() => void startOver()} onClose={() => setAsking(false)}
        />
      )}
    </details>
  );
}

/** Seconds left until a moment, counting down. */
function useSecondsUntil(moment: number): number {
  const left = () => Math.max(0, Math.ceil((moment - Date.now()) / 1000));
  const [seconds, setSeconds] = useState(left);
  useEffect(() => {
    setSeconds(left());
    const timer = setInterval(() => setSeconds(left()), 250);
    return () => clearInterval(timer);
  }, [moment]);
  return seconds;
}
