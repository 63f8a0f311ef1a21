import { useEffect, useState } from 'preact/hooks';
import type { Purpose } from '../lock/dataKey';
import { PasskeyDeclined, tryPasskey } from '../lock/passkey';
import { pinTries, tryPin, type PinTries } from '../lock/pin';
import { go } from '../routes';
import { erased, startOver, unlocked, useWallet } from '../wallet';
import { ConfirmDialog } from './confirmDialog';
import { Icon } from './icon';
import { Notice } from './notice';
import { shown } from './shown';
import { useTexts } from './useTexts';

type Opened = (dataKey: CryptoKey) => Promise<void> | void;

/** The way in: passkey, PIN, or either. Inside any screen that needs it, so the screen goes on afterwards. */
export function Unlock({ reason }: { reason?: string }) {
  const t = useTexts();
  return (
    <section class="unlock" data-testid="unlock">
      <span class="unlock-emblem"><Icon name="lock" /></span>
      <p class="lead">{reason ?? t.unlock.title}</p>
      <Ways purpose="use" onOpened={unlocked} />
      <Forgotten />
    </section>
  );
}

/** Asks again who is there, before the lock itself is changed: an unlocked phone in wrong hands keeps its lock. */
export function Confirm({ reason, onOpened }: { reason: string; onOpened: Opened }) {
  return (
    <section class="unlock" data-testid="confirm-owner">
      <p class="lead">{reason}</p>
      <Ways purpose="rewrap" onOpened={onOpened} />
    </section>
  );
}

interface WaysProps {
  purpose: Purpose;
  onOpened: Opened;
}

function Ways(props: WaysProps) {
  const t = useTexts();
  const { ways } = useWallet();
  if (!ways.passkey) return <PinUnlock {...props} />;
  return (
    <>
      <PasskeyUnlock {...props} />
      {ways.pin && <details class="quiet" data-testid="with-pin"><summary>{t.safety.withPin}</summary><PinUnlock {...props} /></details>}
    </>
  );
}

function PinUnlock({ purpose, onOpened }: WaysProps) {
  const t = useTexts();
  const [pin, setPin] = useState('');
  const [busy, setBusy] = useState(false);
  const [tries, setTries] = useState<PinTries>({ waitUntil: 0 });
  const [wrong, setWrong] = useState(false);
  const seconds = useSecondsUntil(tries.waitUntil);
  const message = wrong ? t.unlock.wrongPin(seconds) : seconds > 0 ? t.unlock.wait(seconds) : '';
  useEffect(() => void pinTries().then(setTries), []);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    if (busy || pin === '') return;
    setBusy(true);
    await shown();
    const result = await tryPin(pin, purpose);
    setBusy(false);
    setPin('');
    if ('dataKey' in result) return onOpened(result.dataKey);
    if ('erased' in result) return beginAnew(erased);
    setWrong(result.wrong);
    setTries(result);
    document.getElementById('pin')?.focus();
  }

  return (
    <form onSubmit={event => void submit(event)} class="stack">
      {tries.leftUntilErased !== undefined && (
        <Notice tone="danger" title={t.safety.lastTries(tries.leftUntilErased)} urgent id="last-tries"><p>{t.safety.lastTriesText}</p></Notice>
      )}
      <label class="field">
        <span>{t.unlock.pinLabel}</span>
        <input
          id="pin" data-testid="pin" type="password" inputMode="numeric" autocomplete="off" maxLength={12} value={pin}
          onInput={event => setPin(event.currentTarget.value.replace(/\D/g, ''))} aria-invalid={wrong} aria-describedby="pin-message"
        />
      </label>
      <p id="pin-message" class="field-message" role="status" data-testid="pin-message">{message}</p>
      <button type="submit" class="button" disabled={busy || seconds > 0} data-testid="unlock-pin">
        <Icon name="lock" />{busy ? t.loading : purpose === 'use' ? t.unlock.action : t.safety.confirm}
      </button>
    </form>
  );
}

function PasskeyUnlock({ purpose, onOpened }: WaysProps) {
  const t = useTexts();
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);

  async function open(): Promise<void> {
    setBusy(true);
    setMessage('');
    try {
      const dataKey = await tryPasskey(purpose);
      if (dataKey) return await onOpened(dataKey);
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
        <Icon name="fingerprint" />{purpose === 'use' ? t.unlock.withPasskey : t.safety.confirmWithPasskey}
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
          onConfirm={() => void beginAnew(startOver)} onClose={() => setAsking(false)}
        />
      )}
    </details>
  );
}

/** Empties the wallet, away from the address of a card that is gone then. */
async function beginAnew(empty: () => Promise<void> | void): Promise<void> {
  await empty();
  go('/', 'replace');
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
