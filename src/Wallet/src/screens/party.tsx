import { ClaimList } from '../parts/claimList';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { erasureOf, linkabilityOf, partiesIn, partyOf, seenBy, showingsTo, type Linkability, type Party } from '../privacy/parties';
import { follow } from '../routes';
import { dayOf } from '../storage/faces';
import { formatDay, joinWords } from '../texts/format';
import type { Texts } from '../texts/texts';
import { useWallet } from '../wallet';
import { HistoryLine } from './historyLine';
import { useHistory } from './useHistory';

/** One party: what it has seen of the holder, whether it recognises the holder, and what can be asked of it. `id` is one of its lines. */
export function PartyScreen({ id }: { id: string }) {
  const t = useTexts();
  const { lock } = useWallet();
  const { entries, add } = useHistory();
  const party = entries && partyOf(entries, id);
  const title = !entries ? t.history.title : party ? t.history.about(party.name) : t.party.gone;
  return (
    <Screen title={title} id="party" back="/history">
      {lock !== 'unlocked' && <Unlock reason={t.history.unlock} />}
      {party && (
        <>
          <p class="small"><bdi dir="ltr" data-testid="party-host">{party.host}</bdi></p>
          <SeenCards party={party} />
          {showingsTo(party).length > 0 && <Recognition linkability={linkabilityOf(party, partiesIn(entries))} />}
          <Erasure party={party} onAnswered={() => void add({ what: 'erasure-answered', cards: [], peer: party.name, host: party.host })} />
          <div class="stack">
            {showingsTo(party).length > 0 && <a class="button" href={`/erasure/${id}`} onClick={event => follow(event, `/erasure/${id}`)} data-testid="to-erasure">{t.party.erase}</a>}
            <a class="button secondary" href={`/report/${id}`} onClick={event => follow(event, `/report/${id}`)} data-testid="to-report">{t.party.report}</a>
          </div>
          <section>
            <h2>{t.party.everything}</h2>
            <ol class="history" data-testid="party-history">{party.entries.map(entry => <HistoryLine key={entry.id} entry={entry} alone />)}</ol>
          </section>
        </>
      )}
    </Screen>
  );
}

function SeenCards({ party }: { party: Party }) {
  const t = useTexts();
  const { language } = useWallet();
  const seen = seenBy(party);
  if (seen.length === 0) return <p class="lead" data-testid="nothing-seen">{t.party.nothingSeen}</p>;
  return (
    <section class="panel" data-testid="seen">
      <h2>{t.party.seen}</h2>
      {seen.map(({ title, labels, times, last }) => (
        <div key={title}>
          <p><strong><bdi>{title}</bdi></strong></p>
          <ClaimList id="seen-claims" lines={labels.map(text => ({ label: { text } }))} />
          <p class="small">{t.party.times(times, formatDay(dayOf(last / 1000), language))}</p>
        </div>
      ))}
    </section>
  );
}

function Recognition({ linkability }: { linkability: Linkability }) {
  const t = useTexts();
  const { language } = useWallet();
  return (
    <section class="panel" data-testid="recognition" data-kind={linkability.kind}>
      <h2>{t.party.recognise}</h2>
      <p>{recognitionText(linkability, t, names => joinWords(names, language))}</p>
    </section>
  );
}

function recognitionText(linkability: Linkability, t: Texts, join: (names: string[]) => string): string {
  if (linkability.kind !== 'again') return linkability.kind === 'fresh' ? t.party.fresh : t.party.unknown;
  return linkability.others.length > 0 ? t.party.shared(join(linkability.others)) : t.party.again;
}

/** How it stands with the last request for deletion. The answer comes outside the wallet, so the holder says when it is there. */
function Erasure({ party, onAnswered }: { party: Party; onAnswered: () => void }) {
  const t = useTexts();
  const { language } = useWallet();
  const erasure = erasureOf(party);
  if (!erasure) return null;
  const day = (at: number) => formatDay(dayOf(at / 1000), language);
  return (
    <>
      <Notice tone={erasure.answeredAt === undefined ? 'info' : 'success'} id="erasure-state">
        <p>{erasure.answeredAt === undefined ? t.party.erasureAsked(day(erasure.at)) : t.party.erasureAnswered(day(erasure.answeredAt))}</p>
      </Notice>
      {erasure.answeredAt === undefined && <button type="button" class="button secondary" onClick={onAnswered} data-testid="erasure-answered">{t.party.noteAnswer}</button>}
    </>
  );
}
