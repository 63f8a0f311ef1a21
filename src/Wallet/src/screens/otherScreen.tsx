import { Asker } from '../parts/asker';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { useTexts } from '../parts/useTexts';
import type { RequestSession } from '../protocol/contract';
import { follow } from '../routes';

/** What the person sees on the screen that the code came from (RFC 10027 section 6.1.8). */
export type Sighting = 'address' | 'no-browser';

interface OtherScreenProps {
  request: RequestSession;
  onSeen: (sighting: Sighting) => void;
  onOther: () => void;
}

/** Before anything of the question is shown: whether the person sits at the browser that asked it. */
export function OtherScreen({ request, onSeen, onOther }: OtherScreenProps) {
  const t = useTexts();
  return (
    <>
      <Asker request={request} />
      <section class="cross-device" data-testid="cross-device">
        <Icon name="screen" />
        <div><p><strong>{t.present.crossDevice(request.responseHost)}</strong></p><p class="small">{t.present.crossDeviceHint}</p></div>
      </section>
      <div class="actions answers">
        <button type="button" class="button" onClick={() => onSeen('address')} data-testid="cross-yes">{t.consent.yes}</button>
        <button type="button" class="button secondary" onClick={onOther} data-testid="cross-no">{t.consent.no}</button>
        <button type="button" class="button secondary" onClick={() => onSeen('no-browser')} data-testid="cross-none">{t.consent.noBrowser}</button>
      </div>
    </>
  );
}

export function NoBrowser() {
  const t = useTexts();
  return <Notice tone="warning" title={t.consent.noBrowserTitle} id="no-browser"><p>{t.consent.noBrowserText}</p></Notice>;
}

/** The address was another one: nothing was shown, and why that may have been a trap. */
export function Suspected({ host }: { host: string }) {
  const t = useTexts();
  return (
    <>
      <Notice tone="danger" title={t.consent.suspectedTitle} urgent id="suspected"><p>{t.consent.suspectedText(host)}</p></Notice>
      <div class="actions">
        <a class="button" href="/" onClick={event => follow(event, '/')}>{t.toHome}</a>
        <a class="button secondary" href={policeOnline} rel="noreferrer" target="_blank" data-testid="report">{t.consent.report}</a>
      </div>
    </>
  );
}

/** The joint report page of the German police forces. */
const policeOnline = 'https://portal.onlinewache.polizei.de/';
