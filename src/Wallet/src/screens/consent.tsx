import { useState } from 'preact/hooks';
import { ClaimList } from '../parts/claimList';
import { DemoMark } from '../parts/demoMark';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { Peer } from '../parts/peer';
import { useTexts } from '../parts/useTexts';
import { Words } from '../parts/words';
import type { AskedCredential, RequestSession, StoredCredential } from '../protocol/contract';
import { cardTitle, claimAt, claimLabel, formatClaim, formatDay, joinWords } from '../texts/format';
import { ofOthers } from '../texts/languages';
import { useWallet } from '../wallet';

/** Query id to credential id. */
export type Choice = Record<string, string>;

interface ConsentProps {
  request: RequestSession;
  onConfirm: (choice: Choice) => void;
  onRefuse: () => void;
}

/** The question, whole on one page, with a yes and a no of the same size. */
export function Consent({ request, onConfirm, onRefuse }: ConsentProps) {
  const t = useTexts();
  const { language } = useWallet();
  const [choice, setChoice] = useState<Choice>(() => firstCandidates(request.asked));
  const { verifier } = request;
  return (
    <form class="stack consent" onSubmit={event => { event.preventDefault(); onConfirm(choice); }}>
      <Peer
        peer={verifier} trustedText={t.present.trusted(request.responseHost)} untrustedText={t.present.untrusted} untrustedHint={t.present.untrustedHint}
      />
      {request.crossDevice && <CrossDevice host={request.responseHost} />}
      <section class="panel">
        <h2>{t.present.purpose}</h2>
        <p data-testid="purpose">{request.purpose ? <Words of={ofOthers(request.purpose, language)} /> : t.present.noPurpose}</p>
      </section>
      <Registered request={request} />
      {request.declarations.length > 0 && (
        <section class="panel" data-testid="declarations">
          <h2>{t.present.declares}</h2>
          {request.declarations.map(statement => <p key={statement}><strong><Words of={ofOthers(statement, language)} /></strong></p>)}
        </section>
      )}
      {request.asked.map(asked => (
        <Asked key={asked.queryId} asked={asked} chosen={choice[asked.queryId]} onChoose={id => setChoice({ ...choice, [asked.queryId]: id })} />
      ))}
      <div class="actions sticky">
        {request.announcedOffer && <Announced ids={request.announcedOffer.configurationIds} />}
        <button type="submit" class="button" data-testid="show">{request.announcedOffer ? t.present.confirmAndAccept : t.present.confirm}</button>
        <button type="button" class="button secondary" onClick={onRefuse} data-testid="refuse">{t.present.decline}</button>
      </div>
    </form>
  );
}

const firstCandidates = (asked: AskedCredential[]): Choice =>
  Object.fromEntries(asked.flatMap(({ queryId, candidates }) => (candidates[0] ? [[queryId, candidates[0].id]] : [])));

/** Who is registered for what, and what is asked beyond it. */
function Registered({ request: { registration, asked } }: { request: RequestSession }) {
  const t = useTexts();
  const { language, config } = useWallet();
  if (!registration) return config?.trust.registrars?.length ? <p class="small" data-testid="not-registered">{t.present.notRegistered}</p> : null;
  const labelOf = ({ queryId, path }: { queryId: string; path: string[] }) => {
    const card = asked.find(one => one.queryId === queryId)?.candidates[0];
    return path.length === 0 || !card ? t.present.unregisteredCard : claimLabel(path, card.display, language, t).text;
  };
  return (
    <section class="panel" data-testid="registration">
      <h2>{t.present.registered}</h2>
      <p>{t.present.registeredAs(registration.name)}</p>
      {registration.purpose && <p class="small"><Words of={ofOthers(registration.purpose, language)} /></p>}
      {registration.unregistered.length > 0 && (
        <Notice tone="warning" title={t.present.unregisteredTitle} id="unregistered">
          <p>{joinWords(registration.unregistered.map(labelOf), language)}</p>
          <p>{t.present.unregisteredText}</p>
        </Notice>
      )}
    </section>
  );
}

function Asked({ asked, chosen, onChoose }: { asked: AskedCredential; chosen: string | undefined; onChoose: (id: string) => void }) {
  const t = useTexts();
  const { language } = useWallet();
  const card = asked.candidates.find(candidate => candidate.id === chosen);
  if (!card) return null;
  const lines = asked.claims
    .map(({ path, optional }) => ({ path, optional, value: claimAt(card.claims, path) }))
    .filter(({ value }) => value !== undefined)
    .map(({ path, optional, value }) => ({
      label: claimLabel(path, card.display, language, t),
      value: formatClaim(value, language, t),
      mark: optional ? t.present.optional : undefined,
    }));
  return (
    <section class="panel" data-testid="asked" data-query={asked.queryId}>
      <h2>{t.present.shows}</h2>
      <p class="small">{t.present.fromCard(cardTitle({ vct: card.vct, title: card.display.title }, language, t).text)}{card.issuer.demo && <DemoMark />}</p>
      {asked.candidates.length > 1 && <CardChoice asked={asked} chosen={card.id} onChoose={onChoose} />}
      <ClaimList id="asked-claims" lines={lines} />
    </section>
  );
}

function CardChoice({ asked, chosen, onChoose }: { asked: AskedCredential; chosen: string; onChoose: (id: string) => void }) {
  const t = useTexts();
  const { language } = useWallet();
  return (
    <fieldset class="card-choice">
      <legend>{t.present.chooseCard}</legend>
      {asked.candidates.map(candidate => (
        <label key={candidate.id} class="radio">
          <input type="radio" name={asked.queryId} checked={candidate.id === chosen} onChange={() => onChoose(candidate.id)} />
          <span><Words of={cardTitle({ vct: candidate.vct, title: candidate.display.title }, language, t)} /><small>{distinction(candidate)}{' '}{formatDay(dayReceived(candidate), language)}</small></span>
        </label>
      ))}
    </fieldset>
  );
}

// What tells two cards of one kind apart: the vehicle, else the person.
function distinction({ claims }: StoredCredential): string {
  const person = [claims['given_name'], claims['family_name']].filter(part => typeof part === 'string').join(' ');
  return typeof claims['plate'] === 'string' ? claims['plate'] : person;
}

const dayReceived = (card: StoredCredential) => new Date(card.receivedAt * 1000).toISOString().slice(0, 10);

function Announced({ ids }: { ids: string[] }) {
  const t = useTexts();
  const sentences = ids.map(id => t.announcedKinds[id] ?? t.present.announced(id));
  return <p class="announced" data-testid="announced"><Icon name="cards" /><span>{sentences.join(' ')}</span></p>;
}

function CrossDevice({ host }: { host: string }) {
  const t = useTexts();
  return (
    <section class="cross-device" data-testid="cross-device">
      <Icon name="screen" />
      <div><p><strong>{t.present.crossDevice(host)}</strong></p><p class="small">{t.present.crossDeviceHint}</p></div>
    </section>
  );
}
