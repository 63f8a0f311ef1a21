import { useState } from 'preact/hooks';
import { pinPattern } from '../lock/pin';
import { Notice } from './notice';
import { shown } from './shown';
import { useTexts } from './useTexts';

interface NewPinProps {
  action: string;
  onPin: (pin: string) => Promise<void>;
  onBack: () => void;
}

/** Asks for a new PIN twice. */
export function NewPin({ action, onPin, onBack }: NewPinProps) {
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
    await shown();
    await onPin(pin);
  }

  return (
    <form onSubmit={event => void submit(event)} class="stack" noValidate>
      <PinField id="pin-new" label={t.welcome.pinNew} hint={t.welcome.pinRule} value={pin} onValue={setPin} />
      <PinField id="pin-again" label={t.welcome.pinRepeat} value={again} onValue={setAgain} />
      {message && <Notice tone="warning" urgent id="pin-problem"><p>{message}</p></Notice>}
      <p class="small">{t.welcome.pinForget}</p>
      <div class="actions">
        <button type="submit" class="button" disabled={busy} data-testid="pin-finish">{busy ? t.loading : action}</button>
        <button type="button" class="button secondary" onClick={onBack} data-testid="pin-back">{t.back}</button>
      </div>
    </form>
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
