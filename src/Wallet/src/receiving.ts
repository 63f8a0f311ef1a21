import { stillOutstanding } from './loss/listedCards';
import type { Issued, Issuer, Text } from './protocol/contract';
import { discardCard, keepCards, openCards, replacedBy } from './storage/cards';
import { dayOf } from './storage/faces';
import { note, type HistoryEntry } from './storage/history';
import { keepWaiting } from './storage/waitingCards';
import { phraseOf } from './texts/languages';
import { refreshFaces, requireDataKey, walletState } from './wallet';

/** Keeps and notes what an issuer gave or promised; returns the address of the screen that shows it. */
export async function keepIssued(key: CryptoKey, { cards, waiting }: Issued): Promise<string> {
  const before = await openCards(key);
  await keepCards(key, cards);
  for (const card of cards) {
    for (const old of replacedBy(card, before, dayOf(card.receivedAt))) await discardCard(key, old.id);
  }
  await stillOutstanding(key, await openCards(key));
  for (const one of waiting) await keepWaiting(key, one);
  const [first] = cards;
  if (first) await noteIssuer(key, 'received', first.issuer, cards.map(card => card.display.title));
  await refreshFaces();
  // Asks the browser not to clear the wallet when the phone's storage runs low.
  void navigator.storage.persist();
  return first ? `/card/${encodeURIComponent(first.id)}?new=1` : '/';
}

/** As {@link keepIssued}; and the town hears of it at once, so that a phone lost in the next minute is lost with its whole list. Nobody waits for that. */
export async function takeIssued(key: CryptoKey, issued: Issued): Promise<string> {
  const next = await keepIssued(key, issued);
  void import('./housework').then(({ tellTown }) => tellTown(key));
  return next;
}

/** A line about an issuer, when the wallet is still unlocked. */
export async function noteIfUnlocked(what: HistoryEntry['what'], issuer: Issuer, titles: Text[]): Promise<void> {
  if (walletState().lock === 'unlocked') await noteIssuer(requireDataKey(), what, issuer, titles);
}

export function noteIssuer(key: CryptoKey, what: HistoryEntry['what'], { name, host, by }: Issuer, titles: Text[]): Promise<void> {
  const { language } = walletState();
  return note(key, { what, cards: titles.map(title => phraseOf(title, language).text), peer: name, host, ...(by && { vouchedBy: phraseOf(by, language).text }) });
}
