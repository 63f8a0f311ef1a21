import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../parts/confirmDialog';
import { DemoCardLink } from '../parts/demoCardLink';
import { InstallOffer } from '../parts/installOffer';
import { LanguageSwitch } from '../parts/languageSwitch';
import { Screen } from '../parts/screen';
import { useTexts } from '../parts/useTexts';
import { go } from '../routes';
import { startOver, useWallet } from '../wallet';
import { LockSettings } from './lockSettings';
import { LossSettings } from './lossSettings';
import { NoticeSettings } from './noticeSettings';

/** Language, lock, and the way to begin anew. */
export function Settings() {
  const t = useTexts();
  const { config } = useWallet();
  const [asking, setAsking] = useState(false);

  async function empty(): Promise<void> {
    await startOver();
    go('/', 'replace');
  }

  return (
    <Screen title={t.settings.title} id="settings" back>
      <section class="panel"><h2>{t.settings.language}</h2><LanguageSwitch /></section>
      <InstallOffer />
      <LockSettings />
      <LossSettings />
      <NoticeSettings />
      <DemoCardLink />
      {config && <section class="panel"><h2>{t.settings.about}</h2><p>{t.settings.aboutText(config.town.name)}</p></section>}
      <button type="button" class="button quiet-danger" onClick={() => setAsking(true)} data-testid="start-over">{t.settings.startOver}</button>
      {asking && (
        <ConfirmDialog
          title={t.settings.startOverTitle} text={t.settings.startOverText} action={t.settings.startOverConfirm}
          onConfirm={() => void empty()} onClose={() => setAsking(false)}
        />
      )}
    </Screen>
  );
}
