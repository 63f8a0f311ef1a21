/** After a loss: the list of what there was, and for each card the way to get it again, by the proof of its first issue and on new keys. */
import { ProtocolFailure, type WalletConfig } from '../protocol/contract';
import { readUrl } from '../protocol/wire';
import { openCards } from '../storage/cards';
import { keepOutstanding, openOutstanding } from '../storage/losses';
import { askTown } from '../townCalls';
import { accessOf } from './emergencyCode';
import { listed, missingFrom, type ListedCard } from './listedCards';
import { openList, type LossList } from './lossList';

/**
 * Finds and opens the list behind an emergency code, and remembers what of it is not here.
 *
 * @throws ProtocolFailure `refused-by-peer` with `list-unknown` when there is none, or `http_429` when too many were asked for
 */
export async function findLostCards(dataKey: CryptoKey, signs: string): Promise<LossList> {
  const { locator, listKey } = await accessOf(signs);
  const response = await askTown(`/wallets/lists/${locator}`, { method: 'GET' });
  const list = await openList(listKey, new Uint8Array(await response.arrayBuffer()));
  const own = (await openCards(dataKey)).map(listed);
  const known = await openOutstanding(dataKey) ?? [];
  await keepOutstanding(dataKey, [...known, ...missingFrom([...own, ...known], list.cards)]);
  return list;
}

/** How a card is got again. */
export type WayBack = 'id-card' | 'show-id-card' | 'show-citizen-id' | 'issuer';

const waysOfTown: Record<string, { way: WayBack; path: string }> = {
  'urn:eudi:pid:1': { way: 'id-card', path: '/demo-id-card' },
  'urn:modellstadt:citizen-id:1': { way: 'show-id-card', path: '/citizen-id' },
  'urn:modellstadt:resident-parking-permit:1': { way: 'show-citizen-id', path: '/permit/mine' },
};
const order: WayBack[] = ['id-card', 'show-id-card', 'show-citizen-id', 'issuer'];

/** The page of the town, or the screen on which the wallet asks the card's issuer. */
export function wayBack({ issuer, configurationId, vct }: ListedCard, { town }: WalletConfig): { way: WayBack; address: string } {
  const known = readUrl(issuer)?.origin === readUrl(town.portal)?.origin ? waysOfTown[vct] : undefined;
  if (known) return { way: known.way, address: `${town.portal}${known.path}` };
  const offer = { credential_issuer: issuer, credential_configuration_ids: [configurationId] };
  return { way: 'issuer', address: `/receive?${new URLSearchParams({ credential_offer: JSON.stringify(offer) })}` };
}

/** One after the other: what proves the next comes first. */
export const inOrder = (cards: ListedCard[], config: WalletConfig): ListedCard[] =>
  cards.toSorted((a, b) => order.indexOf(wayBack(a, config).way) - order.indexOf(wayBack(b, config).way));

/** Why no list was found, as far as a person can do something about it. */
export function reasonOf(failure: unknown): 'unknown' | 'too-often' | undefined {
  if (!(failure instanceof ProtocolFailure)) return undefined;
  if (failure.code === 'list-unknown') return 'unknown';
  return failure.code === 'http_429' ? 'too-often' : undefined;
}
