import type { SdJwtCopy, StoredCredential } from './protocol/contract';
import { copyToShow } from './protocol/copies';
import { bytesOfCode, codesOf, packCopy, presentOffline, shownToWardens } from './protocol/offlinePresentation';
import { openCard, takeCopy } from './storage/cards';
import { note, type HistoryEntry } from './storage/history';
import { holderKeys } from './storage/holderKeys';
import { cardTitle, claimLabel } from './texts/format';
import type { WalletLanguage } from './texts/languages';
import type { Texts } from './texts/texts';
import { requireDataKey } from './wallet';

/** A permit that is being shown without a network. */
export interface Showing {
  card: StoredCredential;
  /** The codes of this moment: several that follow each other, or one for whoever asked for stillness. */
  codes(): Promise<string[]>;
}

/**
 * Takes a one-time copy, marks it as used and notes who saw what, before anything is seen. Undefined when the card cannot be shown this way:
 * it is no SD-JWT, or says no town.
 */
export async function showing(dataKey: CryptoKey, cardId: string, { texts, language }: { texts: Texts; language: WalletLanguage }): Promise<Showing | undefined> {
  const card = await openCard(dataKey, cardId);
  const ags = card && agsOf(card);
  if (!card || !ags || !canBeShownOffline(card)) return undefined;
  const copy = await takeCopy(dataKey, card);
  if (copy?.format !== 'dc+sd-jwt') return undefined;
  const packed = await packCopy(copy);
  await note(dataKey, entryOf(card, copy, texts, language));
  return {
    card,
    async codes() {
      const presentation = await presentOffline(packed, ags, holderKeys(requireDataKey), Math.floor(Date.now() / 1000));
      return codesOf(presentation, wantsStillness() ? presentation.length : bytesOfCode);
    },
  };
}

function entryOf(card: StoredCredential, copy: SdJwtCopy, texts: Texts, language: WalletLanguage): Omit<HistoryEntry, 'id' | 'at'> {
  const title = cardTitle({ vct: card.vct, title: card.display.title }, language, texts).text;
  const claims = shownToWardens.map(name => ({ path: [name], label: claimLabel([name], card.display, language, texts).text, optional: false, given: true }));
  const asked = { card: card.id, type: card.vct, title, claims, copy: copy.keyId, ...(copy.used && { repeated: true }) };
  return { what: 'shown', cards: [title], peer: texts.showOffline.warden, host: card.issuer.host, asked: [asked], claims: claims.map(({ label }) => label) };
}

/** A permit with everything that a warden must see, in the form that the warden's device reads. */
export const canBeShownOffline = (card: StoredCredential): boolean =>
  copyToShow(card.copies)?.format === 'dc+sd-jwt' && agsOf(card) !== undefined && shownToWardens.every(name => typeof card.claims[name] === 'string');

function agsOf({ claims }: StoredCredential): string | undefined {
  const ags = (claims['municipality'] as { ags?: unknown } | undefined)?.ags;
  return typeof ags === 'string' ? ags : undefined;
}

const wantsStillness = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;
