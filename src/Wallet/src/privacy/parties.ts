import type { HistoryEntry } from '../storage/history';

/** Somebody the wallet dealt with, and everything that happened with them; newest first. */
export interface Party {
  host: string;
  /** As it last called itself when it asked and somebody vouched for it; else as issuer; else as it stands in its lines. */
  name: string;
  entries: HistoryEntry[];
}

/** Who stands in the diary, last met first. A party is known by its host: names can be alike. */
export function partiesIn(entries: HistoryEntry[]): Party[] {
  const byHost = new Map<string, Party>();
  for (const entry of entries) {
    const { host, peer } = entry;
    if (host === undefined) continue;
    const party = byHost.get(host) ?? { host, name: peer ?? host, entries: [] };
    party.entries.push(entry);
    byHost.set(host, party);
  }
  return [...byHost.values()].map(party => ({ ...party, name: nameOf(party) }));
}

// A warden without a network is the town, and has no name of its own.
function nameOf({ entries, name }: Party): string {
  const called = (fits: (entry: HistoryEntry) => boolean) => entries.find(entry => entry.peer !== undefined && fits(entry))?.peer;
  return called(({ asked, vouchedBy }) => asked !== undefined && vouchedBy !== undefined) ?? called(({ asked }) => asked === undefined) ?? name;
}

/** The party of one line. */
export function partyOf(entries: HistoryEntry[], id: string): Party | undefined {
  const host = entries.find(entry => entry.id === id)?.host;
  return host === undefined ? undefined : partiesIn(entries).find(party => party.host === host);
}

export const showingsTo = (party: Party): HistoryEntry[] => party.entries.filter(({ what }) => what === 'shown');

/** What a party has seen of one card. */
export interface Seen {
  title: string;
  labels: string[];
  times: number;
  /** Milliseconds. */
  last: number;
}

/** Everything a party has seen, card by card. Lines of early wallets name data without saying of which card: there all stand together. */
export function seenBy(party: Party): Seen[] {
  const seen = new Map<string, Seen>();
  for (const { asked, claims = [], cards, at } of showingsTo(party)) {
    const parts = asked?.filter(({ card }) => card !== undefined).map(one => ({ title: one.title, labels: one.claims.filter(({ given }) => given).map(({ label }) => label) }))
      ?? [{ title: cards.join(', '), labels: claims }];
    for (const { title, labels } of parts) {
      const known = seen.get(title) ?? { title, labels: [], times: 0, last: at };
      seen.set(title, { ...known, labels: [...new Set([...known.labels, ...labels])], times: known.times + 1 });
    }
  }
  return [...seen.values()];
}

/** Whether what a party saw can be told to be of the same person by the copy alone, whatever stood on it. */
export type Linkability =
  /** Each copy was new to everybody. */
  | { kind: 'fresh' }
  /** It saw a copy again that it, or one of `others`, had seen before. */
  | { kind: 'again'; others: string[] }
  /** Lines of early wallets do not tell. */
  | { kind: 'unknown' };

export function linkabilityOf(party: Party, all: Party[]): Linkability {
  const copies = copiesOf(party);
  const others = all.filter(other => other.host !== party.host && copiesOf(other).some(copy => copies.includes(copy))).map(({ name }) => name);
  const again = new Set(copies).size < copies.length || party.entries.some(({ asked }) => asked?.some(({ repeated }) => repeated));
  if (again || others.length > 0) return { kind: 'again', others };
  return showingsTo(party).every(({ asked }) => asked !== undefined) ? { kind: 'fresh' } : { kind: 'unknown' };
}

// After a failure nobody knows that the copy was not seen.
const copiesOf = (party: Party): string[] => party.entries.flatMap(({ asked = [] }) => asked.flatMap(({ copy }) => copy ?? []));

/** How it stands with the last request for deletion. */
export function erasureOf(party: Party): { at: number; way: HistoryEntry['way']; answeredAt?: number } | undefined {
  const asked = party.entries.find(({ what }) => what === 'erasure-asked');
  if (!asked) return undefined;
  const answered = party.entries.find(({ what, at }) => what === 'erasure-answered' && at >= asked.at);
  return { at: asked.at, way: asked.way, ...(answered && { answeredAt: answered.at }) };
}

/** Where it takes requests, as it last registered. */
export const contactsOf = (party: Party): string[] => party.entries.find(({ contacts }) => contacts)?.contacts ?? [];
