import type { StoredCredential, Text } from '../protocol/contract';
import { keepOutstanding, openOutstanding } from '../storage/losses';

/** A card as the list of what there was knows it: where it came from and what it is called, nothing of what stands on it. */
export interface ListedCard {
  issuer: string;
  configurationId: string;
  vct: string;
  title: Text;
}

export const listed = ({ issuer, configurationId, vct, display: { title } }: StoredCredential): ListedCard => ({ issuer: issuer.id, configurationId, vct, title });

const nameOf = ({ issuer, configurationId }: ListedCard) => JSON.stringify([issuer, configurationId]);

/** What of `wanted` is not among `there`: of two cards of a kind, one may be missing. */
export function missingFrom(there: ListedCard[], wanted: ListedCard[]): ListedCard[] {
  const left = there.map(nameOf);
  return wanted.filter(card => {
    const found = left.indexOf(nameOf(card));
    if (found >= 0) left.splice(found, 1);
    return found < 0;
  });
}

/** What a lost wallet had and this one, with `cards`, has not got again; what came back is forgotten. Nothing where nothing was lost. */
export async function stillOutstanding(dataKey: CryptoKey, cards: StoredCredential[]): Promise<ListedCard[] | undefined> {
  const before = await openOutstanding(dataKey);
  if (!before) return undefined;
  const outstanding = missingFrom(cards.map(listed), before);
  if (outstanding.length < before.length) await keepOutstanding(dataKey, outstanding);
  return outstanding;
}
