import type { CredentialStatus } from '../protocol/contract';
import { dayOf, statusOf, type Face } from '../storage/faces';
import { cardTitle, formatDay } from '../texts/format';
import type { Phrase } from '../texts/languages';
import { useWallet } from '../wallet';
import { DemoMark } from './demoMark';
import { Icon } from './icon';
import { useTexts } from './useTexts';
import { Words } from './words';

/** A card as the eye knows it: the plate and zone of a permit, the title of anything else. */
export function CardFace({ face, title }: { face: Face; title?: Phrase }) {
  const t = useTexts();
  const { language } = useWallet();
  const status = statusOf(face, dayOf(Date.now() / 1000));
  return (
    <article class={`card-face ${status}`} style={coloursOf(face)} data-testid="card-face" data-vct={face.vct} data-status={status}>
      <div class="card-head">
        <div>
          <p class="card-issuer"><bdi>{face.issuer}</bdi></p>
          <p class="card-title"><Words of={title ?? cardTitle(face, language, t)} /></p>
        </div>
        {face.demo && <DemoMark />}
        {face.notVouched && <span class="mark" data-testid="not-vouched">{t.card.notVouched}</span>}
      </div>
      {face.plate ? <PlateAndZone face={face} /> : <span class="card-emblem"><Icon name="person" /></span>}
      <div class="card-foot">
        <StatusMark status={status} />
        {face.validUntil && <span data-testid="valid-until">{t.card.validUntil(formatDay(face.validUntil, language))}</span>}
      </div>
    </article>
  );
}

function PlateAndZone({ face }: { face: Face }) {
  const t = useTexts();
  return (
    <div class="permit">
      <p class="plate" dir="ltr"><span class="visually-hidden">{t.card.plate}: </span><span class="plate-text" data-testid="plate">{face.plate}</span></p>
      {face.zone && <p class="zone"><span>{t.card.zone} </span><bdi class="zone-mark" data-testid="zone">{face.zone}</bdi></p>}
      {face.zoneName && face.zoneName !== face.zone && <p class="zone-name"><bdi>{face.zoneName}</bdi></p>}
    </div>
  );
}

export function StatusMark({ status }: { status: CredentialStatus }) {
  const t = useTexts();
  return (
    <span class={`status ${status}`} data-testid="card-status" data-status={status}>
      <Icon name={status === 'valid' ? 'check' : status === 'unknown' ? 'warning' : 'cross'} />{t.card.status[status]}
    </span>
  );
}

const colour = /^#[0-9a-f]{6}$/i;

// The issuer chooses the colours of its card, but nothing else of our page.
function coloursOf({ background, text }: Face): Record<string, string> {
  return background && text && colour.test(background) && colour.test(text) ? { '--card': background, '--on-card': text } : {};
}
