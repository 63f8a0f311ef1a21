import { useEffect, useState } from 'preact/hooks';
import { ConfirmDialog } from '../parts/confirmDialog';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { partiesIn } from '../privacy/parties';
import { privacyState } from '../privacy/privacyState';
import type { StoredCredential } from '../protocol/contract';
import { follow, go } from '../routes';
import { openCards } from '../storage/cards';
import { clearHistory, historyLimit, type HistoryEntry } from '../storage/history';
import { cardTitle, joinWords } from '../texts/format';
import { openDataKey, requireDataKey, useWallet } from '../wallet';
import { HistoryLine } from './historyLine';
import { useHistory } from './useHistory';

/** What was received, shown, declined: when, with whom and what for; by party and by card. */
export function History() {
  const t = useTexts();
  const { lock } = useWallet();
  const { entries, reload } = useHistory();
  return (
    <Screen title={t.history.title} id="history" tabs="history">
      {lock !== 'unlocked' && <Unlock reason={t.history.unlock} />}
      {entries?.length === 0 && <p class="lead">{t.history.empty}</p>}
      {entries && <Advice entries={entries} />}
      {entries && entries.length > 0 && <Lines entries={entries} />}
      {entries && (
        <>
          <p class="small">{t.history.limit(historyLimit)}</p>
          <a class="choice" href="/export" onClick={event => follow(event, '/export')} data-testid="to-export"><Icon name="cards" /><span><strong>{t.history.download}</strong></span></a>
          {entries.length > 0 && <Clear onCleared={reload} />}
        </>
      )}
    </Screen>
  );
}

function Lines({ entries }: { entries: HistoryEntry[] }) {
  const t = useTexts();
  const [host, setHost] = useState('');
  const [card, setCard] = useState('');
  const shown = entries.filter(entry => (host === '' || entry.host === host) && (card === '' || entry.cards.includes(card)));
  const cards = [...new Set(entries.flatMap(entry => entry.cards))];
  return (
    <>
      <div class="filters">
        <Filter id="filter-party" label={t.history.party} value={host} choices={partiesIn(entries).map(party => [party.host, t.history.peer(party.name, party.host)])} onChoose={setHost} />
        <Filter id="filter-card" label={t.history.card} value={card} choices={cards.map(title => [title, title])} onChoose={setCard} />
      </div>
      {shown.length === 0
        ? <p class="lead">{t.history.none}</p>
        : <ol class="history" data-testid="history">{shown.map(entry => <HistoryLine key={entry.id} entry={entry} onParty={({ id }) => go(`/party/${id}`)} />)}</ol>}
    </>
  );
}

interface FilterProps {
  id: string;
  label: string;
  value: string;
  choices: [value: string, text: string][];
  onChoose: (value: string) => void;
}

function Filter({ id, label, value, choices, onChoose }: FilterProps) {
  const t = useTexts();
  return (
    <label class="field">
      <span>{label}</span>
      <select data-testid={id} value={value} onChange={event => onChoose(event.currentTarget.value)}>
        <option value="">{t.history.all}</option>
        {choices.map(([choice, text]) => <option key={choice} value={choice}>{text}</option>)}
      </select>
    </label>
  );
}

/** Who recognises the holder by a copy, and cards that nobody needed for long. */
function Advice({ entries }: { entries: HistoryEntry[] }) {
  const t = useTexts();
  const { language, faces } = useWallet();
  const [cards, setCards] = useState<StoredCredential[]>([]);
  useEffect(() => {
    const key = openDataKey();
    if (key) void openCards(key).then(setCards);
  }, [faces]);
  const { recognisedBy, idle } = privacyState(entries, cards, Date.now());
  return (
    <>
      {recognisedBy.length > 0 && (
        <Notice tone="warning" title={t.history.recognisedTitle} id="recognised"><p>{t.history.recognisedText} <bdi>{joinWords(recognisedBy.map(({ name }) => name), language)}</bdi></p></Notice>
      )}
      {idle.length > 0 && (
        <Notice tone="info" title={t.history.idleTitle} id="idle">
          <p>{t.history.idleText} <bdi>{joinWords(idle.map(card => cardTitle({ vct: card.vct, title: card.display.title }, language, t).text), language)}</bdi></p>
        </Notice>
      )}
    </>
  );
}

function Clear({ onCleared }: { onCleared: () => void }) {
  const t = useTexts();
  const [asking, setAsking] = useState(false);
  async function clear(): Promise<void> {
    await clearHistory(requireDataKey());
    setAsking(false);
    onCleared();
  }
  return (
    <>
      <button type="button" class="button quiet-danger" onClick={() => setAsking(true)} data-testid="clear-history">{t.history.clear}</button>
      {asking && (
        <ConfirmDialog title={t.history.clearTitle} text={t.history.clearText} action={t.history.clearConfirm} onConfirm={() => void clear()} onClose={() => setAsking(false)} />
      )}
    </>
  );
}
