import type { MdocCopy, SdJwtCopy, StoredCredential } from '../protocol/contract';

/** A card as some version of the wallet kept it: the first knew SD-JWT only and did not write the format down. */
export type KeptCard = Omit<StoredCredential, 'format' | 'copies'> & {
  format?: StoredCredential['format'];
  copies: (SdJwtCopy | MdocCopy | Omit<SdJwtCopy, 'format'>)[];
};

/** The same card as this version keeps it. */
export function asKeptToday(card: KeptCard): StoredCredential {
  const copies = card.copies.map(copy => ('format' in copy ? copy : { format: 'dc+sd-jwt' as const, ...copy }));
  return { ...card, format: card.format ?? 'dc+sd-jwt', copies };
}
