import { useEffect, useState } from 'preact/hooks';
import { setUpPasskey } from '../lock/passkey';
import { setUpPin } from '../lock/pin';
import { Icon, type IconName } from '../parts/icon';
import { InstallOffer } from '../parts/installOffer';
import { LanguageSwitch } from '../parts/languageSwitch';
import { NewPin } from '../parts/newPin';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { usePasskeyCreation, type PasskeyOffer } from '../parts/usePasskeyCreation';
import { useTexts } from '../parts/useTexts';
import { follow, go } from '../routes';
import { forgetSetting, setting } from '../storage/settings';
import { unlocked, type Erased } from '../wallet';

const pointIcons: IconName[] = ['lock', 'shield', 'wifiOff'];

/** The first start: what this is, and how it shall be locked. */
export function Welcome({ linkWaits, restoring }: { linkWaits: boolean; restoring: 'restore' | 'move' | undefined }) {
  const t = useTexts();
  const [choosingPin, setChoosingPin] = useState(false);
  const [erased, setErased] = useState<Erased>();
  useEffect(() => void setting<Erased>('erased').then(setErased), []);

  async function begin(dataKey: CryptoKey): Promise<void> {
    await forgetSetting('erased');
    await unlocked(dataKey);
    if (!linkWaits && !restoring) go('/emergency-code', 'replace');
  }

  if (choosingPin) {
    return (
      <Screen title={t.welcome.pinTitle} id="choose-pin">
        <NewPin action={t.welcome.finish} onPin={async pin => begin(await setUpPin(pin))} onBack={() => setChoosingPin(false)} />
      </Screen>
    );
  }
  return (
    <Screen title={t.welcome.title} id="welcome">
      {erased === 'wrong-pins' && <Notice tone="warning" title={t.safety.erasedTitle} id="erased"><p>{t.safety.erasedText}</p></Notice>}
      {erased === 'locked-elsewhere' && <LockedElsewhere />}
      <p class="lead">{t.welcome.lead}</p>
      <ul class="points">
        {t.welcome.points.map((point, index) => <li key={point}><Icon name={pointIcons[index] ?? 'check'} /><span>{point}</span></li>)}
      </ul>
      <InstallOffer />
      {restoring && <Notice tone="info" id="restoring"><p>{restoring === 'move' ? t.move.lockThenMove : t.loss.lockThenCode}</p></Notice>}
      <h2>{t.welcome.choose}</h2>
      {linkWaits && <p>{t.welcome.linkWaits}</p>}
      <ChooseLock onPin={() => setChoosingPin(true)} onOpened={begin} />
      {!restoring && (
        <div class="actions">
          <a class="button secondary" href="/restore" onClick={event => follow(event, '/restore')} data-testid="lost">{t.loss.lost}</a>
          <a class="button secondary" href="/move" onClick={event => follow(event, '/move')} data-testid="move">{t.move.haveOld}</a>
        </div>
      )}
      <LanguageSwitch />
    </Screen>
  );
}

/** The holder locked it from another browser: what that ended, and what it did not. */
function LockedElsewhere() {
  const t = useTexts();
  return (
    <Notice tone="info" title={t.loss.lockedTitle} id="locked-elsewhere">
      {t.loss.lockedTexts.map(text => <p key={text}>{text}</p>)}
    </Notice>
  );
}

function ChooseLock({ onPin, onOpened }: { onPin: () => void; onOpened: (dataKey: CryptoKey) => Promise<void> }) {
  const t = useTexts();
  const { offer, busy, create } = usePasskeyCreation();
  return (
    <div class="stack">
      <PasskeyProblem offer={offer} />
      {(offer === 'asking' || offer === 'offered' || offer === 'declined') && (
        <button
          type="button" class="choice" disabled={busy || offer === 'asking'} data-testid="choose-passkey"
          onClick={() => void create(async () => onOpened(await setUpPasskey('Wallet')))}
        >
          <Icon name="fingerprint" /><span><strong>{t.welcome.passkey}</strong><small>{t.welcome.passkeyHint}</small></span>
        </button>
      )}
      <button type="button" class="choice" disabled={busy} onClick={onPin} data-testid="choose-pin">
        <Icon name="pin" /><span><strong>{t.welcome.pin}</strong><small>{t.welcome.pinHint}</small></span>
      </button>
    </div>
  );
}

function PasskeyProblem({ offer }: { offer: PasskeyOffer }) {
  const t = useTexts();
  switch (offer) {
    case 'declined': return <Notice tone="warning" urgent><p>{t.welcome.passkeyFailed}</p></Notice>;
    case 'unsuited': return <Notice tone="warning" urgent id="passkey-unsuited"><p>{t.safety.passkeyUnsuited}</p></Notice>;
    case 'none': return <p data-testid="passkey-none">{t.safety.passkeyNone}</p>;
    case 'asking': case 'offered': return null;
  }
}
