import { useState } from 'preact/hooks';
import { Asker } from '../parts/asker';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { useTexts } from '../parts/useTexts';
import { Words } from '../parts/words';
import type { AskedCredential, Choice, RequestSession } from '../protocol/contract';
import { cardTitle, claimLabel, joinWords } from '../texts/format';
import { ofOthers } from '../texts/languages';
import { useWallet } from '../wallet';
import { AskedCard } from './askedCard';
import { NoBrowser, type Sighting } from './otherScreen';

interface ConsentProps {
  request: RequestSession;
  /** On the other screen; undefined for a question from this device. */
  sighting: Sighting | undefined;
  onConfirm: (choice: Choice) => void;
  onRefuse: () => void;
}

/** The question, whole on one page, with a yes and a no of the same size. */
export function Consent({ request, sighting, onConfirm, onRefuse }: ConsentProps) {
  const t = useTexts();
  const { language } = useWallet();
  const [choice, setChoice] = useState<Choice>(() => firstCandidates(request.asked.filter(isRequired)));
  return (
    <form class="stack consent" onSubmit={event => { event.preventDefault(); onConfirm(choice); }}>
      <Asker request={request} />
      {sighting === 'no-browser' && <NoBrowser />}
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
      {request.asked.filter(isRequired).map(renderCard)}
      {groupsOf(request.asked).map(group => (
        <section key={group[0]?.queryId} class="stack" data-testid="optional-group">
          <GroupSwitch group={group} on={group.some(({ queryId }) => choice[queryId])} onSwitch={on => setChoice(withGroup(choice, group, on))} />
          {group.map(renderCard)}
        </section>
      ))}
      <div class="actions sticky">
        {request.announcedOffer && <Announced ids={request.announcedOffer.configurationIds} />}
        <button type="submit" class="button" data-testid="show">{request.announcedOffer ? t.present.confirmAndAccept : t.present.confirm}</button>
        <button type="button" class="button secondary" onClick={onRefuse} data-testid="refuse">{t.present.decline}</button>
      </div>
    </form>
  );

  function renderCard(asked: AskedCredential) {
    const answering = choice[asked.queryId];
    return answering && <AskedCard key={asked.queryId} asked={asked} answering={answering} onChange={next => setChoice({ ...choice, [asked.queryId]: next })} />;
  }
}

const isRequired = ({ optionalGroup }: AskedCredential) => optionalGroup === undefined;

const firstCandidates = (asked: AskedCredential[]): Choice =>
  Object.fromEntries(asked.flatMap(({ queryId, candidates: [first] }) => (first ? [[queryId, { cardId: first.card.id, option: 0 }]] : [])));

/** What nobody requires, as it belongs together. */
function groupsOf(asked: AskedCredential[]): AskedCredential[][] {
  const numbers = new Set(asked.flatMap(({ optionalGroup }) => optionalGroup ?? []));
  return [...numbers].map(number => asked.filter(({ optionalGroup }) => optionalGroup === number));
}

function withGroup(choice: Choice, group: AskedCredential[], on: boolean): Choice {
  const others = Object.entries(choice).filter(([queryId]) => !group.some(asked => asked.queryId === queryId));
  return { ...Object.fromEntries(others), ...(on && firstCandidates(group)) };
}

/** A card that need not be shown. Off: nobody loses anything by it. */
function GroupSwitch({ group, on, onSwitch }: { group: AskedCredential[]; on: boolean; onSwitch: (on: boolean) => void }) {
  const t = useTexts();
  const { language } = useWallet();
  const titles = group.flatMap(({ candidates: [first] }) => (first ? [cardTitle({ vct: first.card.vct, title: first.card.display.title }, language, t).text] : []));
  return (
    <label class="switch panel">
      <input type="checkbox" role="switch" data-testid="optional-card" checked={on} onChange={event => onSwitch(event.currentTarget.checked)} />
      <span><strong>{t.consent.alsoCard(joinWords(titles, language))}</strong><small>{t.consent.optionalHint}</small></span>
    </label>
  );
}

/** Who is registered for what, and what is asked beyond it. Without a registration nobody but the person can tell what is too much. */
function Registered({ request: { registration, asked, verifier, purpose } }: { request: RequestSession }) {
  const t = useTexts();
  const { language, config } = useWallet();
  if (!registration) {
    const expected = !verifier.trusted || (config?.trust.registrars?.length ?? 0) > 0;
    return expected ? <p class="small" data-testid="not-registered">{t.present.notRegistered}</p> : null;
  }
  const labelOf = ({ queryId, path }: { queryId: string; path: string[] }) => {
    const card = asked.find(one => one.queryId === queryId)?.candidates[0]?.card;
    return path.length === 0 || !card ? t.present.unregisteredCard : claimLabel(path, card.display, language, t).text;
  };
  return (
    <section class="panel" data-testid="registration">
      <h2>{t.present.registered}</h2>
      <p>{t.present.registeredAs(registration.name)}</p>
      {registration.purpose && <p class="small">{registration.purpose === purpose ? t.present.registeredForThis : <Words of={ofOthers(registration.purpose, language)} />}</p>}
      {registration.unregistered.length > 0 && (
        <Notice tone="warning" title={t.present.unregisteredTitle} id="unregistered">
          <p>{joinWords(registration.unregistered.map(labelOf), language)}</p>
          <p>{t.present.unregisteredText}</p>
        </Notice>
      )}
    </section>
  );
}

function Announced({ ids }: { ids: string[] }) {
  const t = useTexts();
  const sentences = ids.map(id => t.announcedKinds[id] ?? t.present.announced(id));
  return <p class="announced" data-testid="announced"><Icon name="cards" /><span>{sentences.join(' ')}</span></p>;
}
