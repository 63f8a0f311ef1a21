import { Icon, type IconName } from '../parts/icon';
import { useTexts } from '../parts/useTexts';
import type { HistoryEntry } from '../storage/history';
import { formatMoment, joinWords } from '../texts/format';
import { useWallet } from '../wallet';

const icons: Record<HistoryEntry['what'], IconName> = {
  received: 'cards', shown: 'check', declined: 'cross', failed: 'warning', deleted: 'cross', renewed: 'check', 'not-renewed': 'warning',
  'erasure-asked': 'cross', 'erasure-answered': 'check', reported: 'shield', exported: 'cards', cleared: 'cross', 'lock-changed': 'lock',
};

/** What happened: with which cards, with whom, who vouched, what for, which data, and when. `alone`: on the page of the party itself. */
export function HistoryLine({ entry, alone = false, onParty }: { entry: HistoryEntry; alone?: boolean; onParty?: (entry: HistoryEntry) => void }) {
  const t = useTexts();
  const { language } = useWallet();
  const notGiven = entry.what === 'shown' ? entry.asked?.flatMap(one => one.claims.filter(claim => claim.optional && !claim.given).map(({ label }) => label)) ?? [] : [];
  return (
    <li class={entry.what} data-what={entry.what}>
      <Icon name={icons[entry.what]} />
      <div>
        <p class="history-what">
          <strong>{t.history.what[entry.what]}</strong>{entry.cards.length > 0 && `: ${joinWords(entry.cards, language)}`}
          {entry.way && ` (${t.history.way[entry.way]})`}
        </p>
        {!alone && entry.peer && <PeerLine entry={entry} onParty={onParty} />}
        {entry.suspected && <p>{t.history.suspected}</p>}
        {entry.authority && <p><bdi>{entry.authority}</bdi></p>}
        {entry.vouchedBy && <p class="small">{t.history.by(entry.vouchedBy)}</p>}
        {entry.purpose && <p class="small">{t.history.purpose(entry.purpose)}</p>}
        {entry.claims && entry.claims.length > 0 && <p class="small">{t.history.claims(joinWords(entry.claims, language))}</p>}
        {notGiven.length > 0 && <p class="small">{t.history.notGiven(joinWords(notGiven, language))}</p>}
        {entry.reason && <p class="small">{t.failure[entry.reason].title}</p>}
        <p class="small"><time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at, language)}</time></p>
      </div>
    </li>
  );
}

function PeerLine({ entry, onParty }: { entry: HistoryEntry; onParty: ((entry: HistoryEntry) => void) | undefined }) {
  const t = useTexts();
  const text = t.history.peer(entry.peer ?? '', entry.host ?? '');
  if (!onParty || entry.host === undefined) return <p>{text}</p>;
  const open = (event: MouseEvent) => {
    event.preventDefault();
    onParty(entry);
  };
  return <p><a href={`/party/${entry.id}`} onClick={open} data-testid="to-party">{text}</a></p>;
}
