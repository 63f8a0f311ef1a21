import { ProtocolFailure, type AskedCredential, type RequestSession } from '../protocol/contract';
import type { AskedCard, HistoryEntry } from '../storage/history';
import { claimAt, claimLabel } from '../texts/format';
import { phraseOf, type WalletLanguage } from '../texts/languages';
import { texts } from '../texts/texts';

/** How somebody answered a question. */
export interface Answered {
  /** Query id to credential id, for the cards that were chosen. */
  choice: Record<string, string>;
  /** The copies that left the wallet. */
  usedCopies?: { credentialId: string; keyId: string }[];
  /** What kept the answer from arriving. */
  failure?: unknown;
}

/** The line of the diary about a question: who asked for what, why, and what was given. Labels only, no values. */
export function requestEntry(
  what: 'shown' | 'declined' | 'failed', request: RequestSession, { choice, usedCopies = [], failure }: Answered, language: WalletLanguage,
): Omit<HistoryEntry, 'id' | 'at'> {
  const { verifier, purpose, responseHost, registration } = request;
  const asked = request.asked.map(one => askedCard(one, choice[one.queryId], what, language))
    .map(one => ({ ...one, ...copyOf(one, request.asked, usedCopies) }));
  const given = asked.flatMap(({ claims }) => claims.filter(claim => claim.given).map(({ label }) => label));
  return {
    what,
    cards: asked.filter(({ card }) => card !== undefined).map(({ title }) => title),
    peer: verifier.name,
    host: responseHost,
    asked,
    ...(what === 'shown' && { claims: given }),
    ...(verifier.by && { vouchedBy: phraseOf(verifier.by, language).text }),
    ...(purpose && { purpose }),
    ...(what === 'failed' && { reason: failure instanceof ProtocolFailure ? failure.kind : ('unexpected' as const) }),
    ...(registration?.contacts && { contacts: registration.contacts }),
    ...(registration?.supervisor && { supervisor: registration.supervisor }),
  };
}

function askedCard({ candidates, claims, vcts }: AskedCredential, chosen: string | undefined, what: HistoryEntry['what'], language: WalletLanguage): AskedCard {
  const card = candidates.find(({ id }) => id === chosen);
  const { display } = card ?? candidates[0] ?? {};
  const type = card?.vct ?? vcts[0] ?? '';
  const t = texts(language);
  return {
    ...(card && { card: card.id }),
    type,
    title: display ? phraseOf(display.title, language).text : (t.kinds[type] ?? type),
    claims: claims.map(({ path, optional }) => ({
      path, label: claimLabel(path, display, language, t).text, optional, given: what === 'shown' && card !== undefined && claimAt(card.claims, path) !== undefined,
    })),
  };
}

function copyOf({ card }: AskedCard, asked: AskedCredential[], used: { credentialId: string; keyId: string }[]): Pick<AskedCard, 'copy' | 'repeated'> {
  const copy = used.find(({ credentialId }) => credentialId === card)?.keyId;
  if (copy === undefined) return {};
  const before = asked.flatMap(({ candidates }) => candidates).find(({ id }) => id === card)?.copies.find(({ keyId }) => keyId === copy);
  return { copy, repeated: before?.used === true };
}
