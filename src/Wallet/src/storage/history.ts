import { erase, readAll, write } from './database';
import { seal, unseal } from './seal';

/** One line of the wallet's diary. */
export interface HistoryEntry {
  /** Milliseconds. */
  at: number;
  what: 'received' | 'shown' | 'declined' | 'failed' | 'deleted' | 'renewed' | 'not-renewed';
  /** Titles of the cards in the language of that moment. */
  cards: string[];
  /** Name and host of the other side. */
  peer?: string;
  host?: string;
  /** Labels of the data that was shown. */
  claims?: string[];
}

const limit = 200;

/** Adds a line; the oldest lines beyond 200 go. */
export async function note(dataKey: CryptoKey, entry: Omit<HistoryEntry, 'at'>): Promise<void> {
  const at = Date.now();
  const id = `${String(at).padStart(15, '0')}-${crypto.randomUUID()}`;
  await write('history', await seal(dataKey, 'history', id, { at, ...entry }));
  const all = await readAll('history');
  if (all.length > limit) await erase('history', ...all.map(s => s.id).sort().slice(0, all.length - limit));
}

/** All lines, newest first. */
export async function loadHistory(dataKey: CryptoKey): Promise<HistoryEntry[]> {
  const entries = await Promise.all((await readAll('history')).map(s => unseal<HistoryEntry>(dataKey, 'history', s)));
  return entries.sort((a, b) => b.at - a.at);
}
