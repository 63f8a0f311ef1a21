import { useState } from 'preact/hooks';
import { changePasskey } from '../lock/passkey';
import { changePin } from '../lock/pin';
import { NewPin } from '../parts/newPin';
import { Notice } from '../parts/notice';
import { Confirm, Unlock } from '../parts/unlock';
import { usePasskeyCreation } from '../parts/usePasskeyCreation';
import { useTexts } from '../parts/useTexts';
import { note } from '../storage/history';
import { lockChanged, requireDataKey, showFacesWhileLocked, useWallet } from '../wallet';

type Way = 'pin' | 'passkey';

/** What opens the wallet, and how to change that. The lock changes only for whoever opens it once more. */
export function LockSettings() {
  const t = useTexts();
  const { ways, lock } = useWallet();
  const [changing, setChanging] = useState<Way>();
  const [changed, setChanged] = useState(false);

  async function done(): Promise<void> {
    await lockChanged();
    await note(requireDataKey(), { what: 'lock-changed', cards: [] });
    setChanging(undefined);
    setChanged(true);
  }

  return (
    <section class="panel">
      <h2>{t.settings.security}</h2>
      <p data-testid="ways">{ways.pin && ways.passkey ? t.safety.eitherWay : t.settings.method[ways.pin ? 'pin' : 'passkey']}</p>
      {ways.gate && <Notice tone="warning" id="gate"><p>{t.safety.gate}</p></Notice>}
      <p>{t.settings.sessionHint}</p>
      {changed && <Notice tone="success" urgent id="lock-changed"><p>{t.safety.changed}</p></Notice>}
      {lock !== 'unlocked' && <Unlock reason={t.safety.unlockToChange} />}
      {lock === 'unlocked' && changing && <ChangeLock way={changing} onDone={() => void done()} onBack={() => setChanging(undefined)} />}
      {lock === 'unlocked' && !changing && <FacesSwitch />}
      {lock === 'unlocked' && !changing && <Changes onChange={way => { setChanged(false); setChanging(way); }} />}
    </section>
  );
}

function FacesSwitch() {
  const t = useTexts();
  const { facesReadable } = useWallet();
  return (
    <label class="switch">
      <input
        type="checkbox" role="switch" checked={facesReadable} aria-describedby="faces-hint" data-testid="faces-switch"
        onChange={event => void showFacesWhileLocked(event.currentTarget.checked)}
      />
      <span><strong>{t.safety.faces}</strong><small id="faces-hint">{t.safety.facesHint}</small></span>
    </label>
  );
}

function Changes({ onChange }: { onChange: (way: Way) => void }) {
  const t = useTexts();
  const { ways } = useWallet();
  const { offer } = usePasskeyCreation();
  return (
    <div class="actions">
      <button type="button" class="button secondary" onClick={() => onChange('pin')} data-testid="change-pin">{ways.pin ? t.safety.changePin : t.safety.addPin}</button>
      {offer === 'offered' && (
        <button type="button" class="button secondary" onClick={() => onChange('passkey')} data-testid="change-passkey">
          {ways.passkey ? t.safety.changePasskey : t.safety.addPasskey}
        </button>
      )}
    </div>
  );
}

interface ChangeLockProps {
  way: Way;
  onDone: () => void;
  onBack: () => void;
}

function ChangeLock({ way, onDone, onBack }: ChangeLockProps) {
  const t = useTexts();
  const [master, setMaster] = useState<CryptoKey>();
  if (!master) {
    return (
      <>
        <Confirm reason={t.safety.confirmOwner} onOpened={setMaster} />
        <button type="button" class="button secondary" onClick={onBack} data-testid="change-back">{t.cancel}</button>
      </>
    );
  }
  if (way === 'pin') return <NewPin action={t.safety.keepPin} onPin={async pin => { await changePin(master, pin); onDone(); }} onBack={onBack} />;
  return <NewPasskey master={master} onDone={onDone} onBack={onBack} />;
}

function NewPasskey({ master, onDone, onBack }: { master: CryptoKey; onDone: () => void; onBack: () => void }) {
  const t = useTexts();
  const { offer, busy, create } = usePasskeyCreation();
  const make = async () => {
    await changePasskey(master, 'Wallet');
    onDone();
  };
  return (
    <div class="stack">
      <p>{t.safety.newPasskeyHint}</p>
      {offer === 'declined' && <Notice tone="warning" urgent><p>{t.welcome.passkeyFailed}</p></Notice>}
      {offer === 'unsuited' && <Notice tone="warning" urgent id="passkey-unsuited"><p>{t.safety.passkeyUnsuited}</p></Notice>}
      <div class="actions">
        <button type="button" class="button" disabled={busy || offer === 'unsuited'} onClick={() => void create(make)} data-testid="make-passkey">{t.safety.makePasskey}</button>
        <button type="button" class="button secondary" onClick={onBack} data-testid="change-back">{t.cancel}</button>
      </div>
    </div>
  );
}
