import { useState } from 'preact/hooks';
import { PasskeyDeclined, passkeysPossible, setUpPasskey } from '../lock/passkey';
import { pinPattern, setUpPin } from '../lock/pin';
import { Icon, type IconName } from '../parts/icon';
import { LanguageSwitch } from '../parts/languageSwitch';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { useTexts } from '../parts/useTexts';
import { unlocked } from '../wallet';

const pointIcons: IconName[] = ['lock', 'shield', 'wifiOff'];

/** The first start: what this is, and how it shall be locked. */
export function Welcome({ linkWaits }: { linkWaits: boolean }) {
  const t = useTexts();
  const [choosingPin, setChoosingPin] = useState(false);
  if (choosingPin) return <ChoosePin onBack={() => setChoosingPin(false)} />;
  return (
    <Screen title={t.welcome.title} id="welcome">
      <p class="lead">{t.welcome.lead}</p>
      <ul class="points">
        {t.welcome.points.map((point, index) => <li key={point}><Icon name={pointIcons[index] ?? 'check'} /><span>{point}</span></li>)}
      </ul>
      <h2>{t.welcome.choose}</h2>
      {linkWaits && <p>{t.welcome.linkWaits}</p>}
      <ChooseLock onPin={() => setChoosingPin(true)} />
      <LanguageSwitch />
    </Screen>
  );
}

function ChooseLock({ onPin }: { onPin: () => void }) {
  const t = useTexts();
  const [failed, setFailed] = useState(false);
  const [busy, setBusy] = useState(false);

  async function choosePasskey(): Promise<void> {
    setBusy(true);
    setFailed(false);
    try {
      await unlocked(await setUpPasskey('Wallet'));
    } catch (error) {
      if (!(error instanceof PasskeyDeclined)) throw error;
      setFailed(true);
      setBusy(false);
    }
  }

  return (
    <div class="stack">
      {failed && <Notice tone="warning" urgent><p>{t.welcome.passkeyFailed}</p></Notice>}
      {passkeysPossible() && (
        <button type="button" class="choice" disabled={busy} onClick={() => void choosePasskey()} data-testid="choose-passkey">
          <Icon name="fingerprint" /><span><strong>{t.welcome.passkey}</strong><small>{t.welcome.passkeyHint}</small></span>
        </button>
      )}
      <button type="button" class="choice" disabled={busy} onClick={onPin} data-testid="choose-pin">
        <Icon name="pin" /><span><strong>{t.welcome.pin}</strong><small>{t.welcome.pinHint}</small></span>
      </button>
    </div>
  );
}

function ChoosePin({ onBack }: { onBack: () => void }) {
  const t = useTexts();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [message, setMessage] = useState('');
  const [busy, setBusy] = useState(false);

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    const problem = !pinPattern.test(pin) ? t.welcome.pinRule : pin !== again ? t.welcome.pinsDiffer : '';
    setMessage(problem);
    if (problem || busy) return;
    setBusy(true);
    await unlocked(await setUpPin(pin));
  }

  return (
    <Screen title={t.welcome.pinTitle} id="choose-pin">
      <form onSubmit={event => void submit(event)} class="stack" noValidate>
        <PinField id="pin-new" label={t.welcome.pinNew} hint={t.welcome.pinRule} value={pin} onValue={setPin} />
        <PinField id="pin-again" label={t.welcome.pinRepeat} value={again} onValue={setAgain} />
        {message && <Notice tone="warning" urgent id="pin-problem"><p>{message}</p></Notice>}
        <p class="small">{t.welcome.pinForget}</p>
        <div class="actions">
          <button type="submit" class="button" disabled={busy} data-testid="pin-finish">{busy ? t.loading : t.welcome.finish}</button>
          <button type="button" class="button secondary" onClick={onBack} data-testid="pin-back">{t.back}</button>
        </div>
      </form>
    </Screen>
  );
}

function PinField({ id, label, hint, value, onValue }: { id: string; label: string; hint?: string; value: string; onValue: (pin: string) => void }) {
  return (
    <label class="field">
      <span>{label}</span>
      {hint && <small id={`${id}-hint`}>{hint}</small>}
      <input
        data-testid={id} type="password" inputMode="numeric" autocomplete="off" maxLength={12} value={value}
        aria-describedby={hint ? `${id}-hint` : undefined} onInput={event => onValue(event.currentTarget.value.replace(/\D/g, ''))}
      />
    </label>
  );
}
