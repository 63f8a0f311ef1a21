import { ClaimList } from '../parts/claimList';
import { ClaimValue } from '../parts/claimValue';
import { DemoMark } from '../parts/demoMark';
import { useTexts } from '../parts/useTexts';
import { Words } from '../parts/words';
import type { Answering, AskedCredential, Candidate, StoredCredential } from '../protocol/contract';
import { cardTitle, claimAt, claimLabel, formatDay } from '../texts/format';
import { useWallet } from '../wallet';
import { optionalPaths, shows, switched } from './optionalClaims';

interface AskedCardProps {
  asked: AskedCredential;
  answering: Answering;
  onChange: (answering: Answering) => void;
}

/** One card of the answer: which, what of it is shown, and what of it the person may add. */
export function AskedCard({ asked, answering, onChange }: AskedCardProps) {
  const t = useTexts();
  const { language } = useWallet();
  const candidate = asked.candidates.find(({ card }) => card.id === answering.cardId);
  if (!candidate) return null;
  const { card, options, always } = candidate;
  const required = linesOf(card, options[0] ?? []);
  return (
    <section class="panel" data-testid="asked" data-query={asked.queryId}>
      <h2>{t.present.shows}</h2>
      <p class="small">{t.present.fromCard(cardTitle({ vct: card.vct, title: card.display.title }, language, t).text)}{card.issuer.demo && <DemoMark />}</p>
      {asked.candidates.length > 1 && <CardChoice asked={asked} chosen={card.id} onChoose={cardId => onChange({ cardId, option: 0 })} />}
      {required.length > 0 ? <ClaimList id="asked-claims" lines={required} /> : <p data-testid="asked-nothing">{t.consent.nothing}</p>}
      <OptionalClaims candidate={candidate} option={answering.option} onSwitch={option => onChange({ ...answering, option })} />
      {always.length > 0 && (
        <details class="quiet" data-testid="always-seen">
          <summary>{t.consent.always}</summary>
          <ClaimList id="always-claims" lines={linesOf(card, always)} />
        </details>
      )}
      <Linkability card={card} />
    </section>
  );

  function linesOf({ claims, display }: StoredCredential, paths: string[][]) {
    return paths.map(path => ({ label: claimLabel(path, display, language, t), value: <ClaimValue value={claimAt(claims, path)} /> }));
  }
}

function OptionalClaims({ candidate: { card, options }, option, onSwitch }: { candidate: Candidate; option: number; onSwitch: (option: number) => void }) {
  const t = useTexts();
  const { language } = useWallet();
  const paths = optionalPaths(options);
  if (paths.length === 0) return null;
  return (
    <fieldset class="optional" data-testid="optional">
      <legend>{t.consent.optionalTitle}</legend>
      <p class="small">{t.consent.optionalHint}</p>
      {paths.map(path => (
        <label key={path.join('.')} class="switch">
          <input
            type="checkbox" role="switch" data-testid="optional-claim" data-path={path.join('.')} checked={shows(options, option, path)}
            onChange={event => onSwitch(switched(options, option, path, event.currentTarget.checked))}
          />
          <span><strong><Words of={claimLabel(path, card.display, language, t)} /></strong><span class="claim-long"><ClaimValue value={claimAt(card.claims, path)} /></span></span>
        </label>
      ))}
    </fieldset>
  );
}

function CardChoice({ asked, chosen, onChoose }: { asked: AskedCredential; chosen: string; onChoose: (id: string) => void }) {
  const t = useTexts();
  const { language } = useWallet();
  return (
    <fieldset class="card-choice" data-testid="card-choice">
      <legend>{t.present.chooseCard}</legend>
      {asked.candidates.map(({ card }) => (
        <label key={card.id} class="radio">
          <input type="radio" name={asked.queryId} checked={card.id === chosen} onChange={() => onChoose(card.id)} />
          <span>
            <Words of={cardTitle({ vct: card.vct, title: card.display.title }, language, t)} />{card.issuer.demo && <DemoMark />}
            <small><bdi>{distinction(card)}</bdi></small>
            <small>{t.card.receivedAt(formatDay(dayReceived(card), language))}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** Whether this card can be recognised by somebody who has seen it before. */
function Linkability({ card: { copies } }: { card: StoredCredential }) {
  const t = useTexts();
  const left = copies.filter(copy => !copy.used).length;
  return <p class="small" data-testid="linkability" data-left={left}>{left > 0 ? t.consent.unlinkable(left, copies.length) : t.consent.linkable}</p>;
}

// What tells two cards of one kind apart: the vehicle, else the person.
function distinction({ claims }: StoredCredential): string {
  const person = [claims['given_name'], claims['family_name']].filter(part => typeof part === 'string').join(' ');
  return typeof claims['plate'] === 'string' ? claims['plate'] : person;
}

const dayReceived = (card: StoredCredential) => new Date(card.receivedAt * 1000).toISOString().slice(0, 10);
