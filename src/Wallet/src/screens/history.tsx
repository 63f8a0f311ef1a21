import { useEffect, useState } from 'preact/hooks';
import { Icon, type IconName } from '../parts/icon';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { loadHistory, type HistoryEntry } from '../storage/history';
import { formatMoment, joinWords } from '../texts/format';
import { requireDataKey, useWallet } from '../wallet';

const icons: Record<HistoryEntry['what'], IconName> = {
  received: 'cards', shown: 'check', declined: 'cross', failed: 'warning', deleted: 'cross', renewed: 'check', 'not-renewed': 'warning',
  'erasure-asked': 'cross', 'erasure-answered': 'check', reported: 'shield', exported: 'cards', cleared: 'cross', 'lock-changed': 'lock',
};

/** What was received, shown, declined: when, and to whom. */
export function History() {
  const t = useTexts();
  const { lock } = useWallet();
  const [entries, setEntries] = useState<HistoryEntry[]>();
  useEffect(() => {
    if (lock === 'unlocked') void loadHistory(requireDataKey()).then(setEntries);
    else setEntries(undefined);
  }, [lock]);

  return (
    <Screen title={t.history.title} id="history" tabs="history">
      {lock !== 'unlocked' && <Unlock reason={t.history.unlock} />}
      {entries?.length === 0 && <p class="lead">{t.history.empty}</p>}
      {entries && entries.length > 0 && <ol class="history" data-testid="history">{entries.map(entry => <Entry key={entry.id} entry={entry} />)}</ol>}
    </Screen>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  const t = useTexts();
  const { language } = useWallet();
  return (
    <li class={entry.what} data-what={entry.what}>
      <Icon name={icons[entry.what]} />
      <div>
        <p class="history-what"><strong>{t.history.what[entry.what]}</strong>{entry.cards.length > 0 && `: ${joinWords(entry.cards, language)}`}</p>
        {entry.peer && <p>{t.history.peer(entry.peer, entry.host ?? '')}</p>}
        {entry.suspected && <p>{t.history.suspected}</p>}
        {entry.claims && <p class="small">{t.history.claims(joinWords(entry.claims, language))}</p>}
        <p class="small"><time dateTime={new Date(entry.at).toISOString()}>{formatMoment(entry.at, language)}</time></p>
      </div>
    </li>
  );
}
