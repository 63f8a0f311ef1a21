import { useEffect, useState } from 'preact/hooks';
import { tellTown } from '../housework';
import { newCode, showCode } from '../loss/emergencyCode';
import { hasCode, takeCode } from '../loss/registering';
import { Icon, type IconName } from '../parts/icon';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { Confirm, Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { go } from '../routes';
import { openPendingRegistration } from '../storage/registration';
import { keepSetting } from '../storage/settings';
import { requireDataKey, useWallet } from '../wallet';

const pointIcons: IconName[] = ['lock', 'cards', 'shield'];

type Step = { at: 'explaining' } | { at: 'confirming' } | { at: 'shown'; signs: string; master?: CryptoKey } | { at: 'kept'; told: boolean };

/** The emergency code: made here, shown once, printed or written down. Nothing is sent before the person has said that it is kept. */
export function Emergency() {
  const t = useTexts();
  const { lock } = useWallet();
  const [step, setStep] = useState<Step>({ at: 'explaining' });
  // What was on the screen when the wallet locked is gone: it is shown once.
  useEffect(() => {
    if (lock !== 'unlocked') setStep({ at: 'explaining' });
  }, [lock]);

  /** A code that is in force protects its owner from whoever holds the unlocked phone: only the owner replaces it. */
  async function make(): Promise<void> {
    setStep(await hasCode(requireDataKey()) ? { at: 'confirming' } : { at: 'shown', signs: newCode() });
  }

  async function keep(signs: string, master: CryptoKey | undefined): Promise<void> {
    const dataKey = requireDataKey();
    await takeCode(dataKey, signs, master);
    await keepSetting('emergency', 'made');
    await tellTown(dataKey);
    setStep({ at: 'kept', told: !await openPendingRegistration(dataKey) });
  }

  async function postpone(): Promise<void> {
    await keepSetting('emergency', 'later');
    go('/', 'replace');
  }

  return (
    <Screen title={t.loss.codeTitle} id="emergency" back>
      {lock === 'unlocked' ? renderStep() : <Unlock reason={t.loss.unlockForCode} />}
    </Screen>
  );

  function renderStep() {
    switch (step.at) {
      case 'explaining': return <Explanation onMake={() => void make()} onLater={() => void postpone()} />;
      case 'confirming': return <Confirm reason={t.safety.confirmOwner} onOpened={master => setStep({ at: 'shown', signs: newCode(), master })} />;
      case 'shown': return <Sheet code={showCode(step.signs)} onKept={() => void keep(step.signs, step.master)} />;
      case 'kept': return <Kept told={step.told} />;
    }
  }
}

function Explanation({ onMake, onLater }: { onMake: () => void; onLater: () => void }) {
  const t = useTexts();
  return (
    <>
      <p class="lead">{t.loss.codeLead}</p>
      <ul class="points">
        {t.loss.codePoints.map((point, index) => <li key={point}><Icon name={pointIcons[index] ?? 'check'} /><span>{point}</span></li>)}
      </ul>
      <div class="actions">
        <button type="button" class="button" onClick={onMake} data-testid="make-code">{t.loss.makeCode}</button>
        <button type="button" class="button secondary" onClick={onLater} data-testid="code-later">{t.loss.later}</button>
      </div>
    </>
  );
}

/** What is printed is this part of the page, on one sheet. */
function Sheet({ code, onKept }: { code: string; onKept: () => void }) {
  const t = useTexts();
  const { config } = useWallet();
  const [busy, setBusy] = useState(false);
  return (
    <>
      <section class="panel sheet">
        <h2>{t.loss.sheetTitle}</h2>
        <p class="emergency-code" dir="ltr" data-testid="emergency-code">{code}</p>
        {config && <p>{t.loss.sheetLock(`${config.town.portal}/wallet/lock`)}</p>}
        <p>{t.loss.sheetRestore(location.origin)}</p>
      </section>
      <Notice tone="warning"><p>{t.loss.shownOnce}</p></Notice>
      <div class="actions">
        <button type="button" class="button secondary" onClick={() => print()} data-testid="print-code">{t.loss.print}</button>
        <button type="button" class="button" disabled={busy} onClick={() => { setBusy(true); onKept(); }} data-testid="code-kept">{t.loss.kept}</button>
      </div>
    </>
  );
}

function Kept({ told }: { told: boolean }) {
  const t = useTexts();
  return (
    <>
      <Notice tone={told ? 'success' : 'info'} title={t.loss.keptTitle} urgent id={told ? 'code-counts' : 'code-waits'}><p>{told ? t.loss.keptText : t.loss.waitsText}</p></Notice>
      <button type="button" class="button" onClick={() => go('/', 'replace')} data-testid="to-cards">{t.toHome}</button>
    </>
  );
}
