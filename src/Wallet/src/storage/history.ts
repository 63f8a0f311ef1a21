import type { FailureKind } from '../protocol/contract';
import { erase, readAll, transact, answer, write } from './database';
import { seal, unseal } from './seal';

/** One line of the wallet's diary. Names and labels only: what a card says is never written down a second time. */
export interface HistoryEntry {
  /** Random: names the line in addresses, which tell nothing. */
  id: string;
  /** Milliseconds. */
  at: number;
  what:
    | 'received' | 'shown' | 'declined' | 'failed' | 'deleted' | 'renewed' | 'not-renewed'
    | 'erasure-asked' | 'erasure-answered' | 'reported' | 'exported' | 'cleared' | 'lock-changed';
  /** Titles of the cards in the language of that moment. */
  cards: string[];
  /** Name and host of the other side. */
  peer?: string;
  host?: string;
  /** Labels of the data that was shown. */
  claims?: string[];
  /** Who vouched for the other side: the name of the anchor. */
  vouchedBy?: string;
  /** As the other side put it. */
  purpose?: string;
  /** What was asked of each card, and what of it was given. Early wallets did not keep it. */
  asked?: AskedCard[];
  /** Why nothing came of it. */
  reason?: FailureKind | 'unexpected';
  /** Where the other side takes requests for deletion: addresses of mail, web or telephone, as registered. */
  contacts?: string[];
  /** Who supervises the other side, as registered. */
  supervisor?: string[];
  /** How a request or report left the wallet. */
  way?: Way;
  /** The authority a report went to. */
  authority?: string;
  /** Declined because the browser on the other screen showed another address. */
  suspected?: boolean;
}

export type Way = 'mail' | 'page' | 'phone' | 'copied';

export interface AskedCard {
  /** The card's id in this wallet; it may be gone by now. */
  card?: string;
  /** `vct` or `docType`. */
  type: string;
  title: string;
  claims: { path: string[]; label: string; optional: boolean; given: boolean }[];
  /** The one-time copy that was shown, by the name of its key; who sees it twice recognises it. */
  copy?: string;
  /** It had been shown before. */
  repeated?: boolean;
}

/** Lines beyond these go, oldest first. */
export const historyLimit = 500;

/** Adds a line; the oldest lines beyond the limit go. */
export async function note(dataKey: CryptoKey, entry: Omit<HistoryEntry, 'id' | 'at'>): Promise<void> {
  const at = Date.now();
  const id = `${String(at).padStart(15, '0')}-${crypto.randomUUID()}`;
  await write('history', await seal(dataKey, 'history', id, { at, ...entry }));
  await transact(['history'], 'readwrite', async t => {
    const store = t.objectStore('history');
    const ids = (await answer(store.getAllKeys())) as string[];
    await Promise.all(ids.sort().slice(0, Math.max(0, ids.length - historyLimit)).map(old => answer(store.delete(old))));
  });
}

/** All lines, newest first. */
export async function loadHistory(dataKey: CryptoKey): Promise<HistoryEntry[]> {
  const entries = await Promise.all((await readAll('history')).map(async sealed => {
    const kept = await unseal<Omit<HistoryEntry, 'id'>>(dataKey, 'history', sealed);
    return { ...kept, id: sealed.id.slice(sealed.id.indexOf('-') + 1) };
  }));
  return entries.sort((a, b) => b.at - a.at);
}

/** Forgets every line, and notes that it did. */
export async function clearHistory(dataKey: CryptoKey): Promise<void> {
  await erase('history', ...(await readAll('history')).map(({ id }) => id));
  await note(dataKey, { what: 'cleared', cards: [] });
}
