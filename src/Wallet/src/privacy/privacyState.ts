import type { StoredCredential } from '../protocol/contract';
import type { HistoryEntry } from '../storage/history';
import { linkabilityOf, partiesIn, type Party } from './parties';

/** What a holder may want to do something about. */
export interface PrivacyState {
  /** Who can tell by a copy shown twice that it was the same person. */
  recognisedBy: Party[];
  /** Cards about the person that nobody was shown for half a year. */
  idle: StoredCredential[];
}

const halfYear = 182 * 86_400_000;
const aboutThePerson = ['given_name', 'family_name', 'birthdate', 'birth_date', 'address', 'resident_address', 'resident_reference', 'nationalities'];

export function privacyState(entries: HistoryEntry[], cards: StoredCredential[], now: number): PrivacyState {
  const parties = partiesIn(entries);
  return {
    recognisedBy: parties.filter(party => linkabilityOf(party, parties).kind === 'again'),
    idle: cards.filter(card => isPersonal(card) && lastUse(card, entries) < now - halfYear),
  };
}

/** An mdoc's elements stand one level deeper. */
const isPersonal = ({ claims }: StoredCredential): boolean =>
  [claims, ...Object.values(claims)].some(level => typeof level === 'object' && level !== null && aboutThePerson.some(name => name in level));

/** Milliseconds. Lines of early wallets know a card by its title only. */
function lastUse({ id, receivedAt, display }: StoredCredential, entries: HistoryEntry[]): number {
  const showed = ({ what, asked, cards }: HistoryEntry) =>
    what === 'shown' && (asked ? asked.some(({ card }) => card === id) : cards.some(title => title === display.title.de || title === display.title.en));
  return Math.max(receivedAt * 1000, ...entries.filter(showed).map(({ at }) => at));
}
