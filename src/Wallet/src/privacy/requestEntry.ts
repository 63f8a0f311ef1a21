import { ProtocolFailure, type Answering, type AskedCredential, type Choice, type RequestSession, type UsedCopy } from '../protocol/contract';
import type { AskedCard, HistoryEntry } from '../storage/history';
import { claimLabel } from '../texts/format';
import { phraseOf, type WalletLanguage } from '../texts/languages';
import { texts } from '../texts/texts';

/** How somebody answered a question. */
export interface Answered {
  /** The cards that were chosen. */
  choice: Choice;
  /** The copies that left the wallet. */
  usedCopies?: UsedCopy[];
  /** What kept the answer from arriving. */
  failure?: unknown;
  /** Declined because the browser on the other screen showed another address. */
  suspected?: boolean;
}

/** The line of the diary about a question: who asked for what, why, and what was given. Labels only, no values. */
export function requestEntry(
  what: 'shown' | 'declined' | 'failed', request: RequestSession, { choice, usedCopies = [], failure, suspected = false }: Answered, language: WalletLanguage,
): Omit<HistoryEntry, 'id' | 'at'> {
  const { verifier, purpose, responseHost, registration } = request;
  const asked = request.asked.map(one => askedCard(one, choice[one.queryId], what, language))
    .map(one => ({ ...one, ...copyOf(one, usedCopies) }));
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
    ...(suspected && { suspected }),
    ...(what === 'failed' && { reason: failure instanceof ProtocolFailure ? failure.kind : ('unexpected' as const) }),
    ...(registration?.contacts && { contacts: registration.contacts }),
    ...(registration?.supervisor && { supervisor: registration.supervisor }),
  };
}

function askedCard({ candidates, claims, vcts }: AskedCredential, answering: Answering | undefined, what: HistoryEntry['what'], language: WalletLanguage): AskedCard {
  const chosen = candidates.find(({ card }) => card.id === answering?.cardId);
  const { display } = (chosen ?? candidates[0])?.card ?? {};
  const type = chosen?.card.vct ?? vcts[0] ?? '';
  const t = texts(language);
  const always = (chosen?.always ?? []).map(path => ({ path, optional: false }));
  const given = [...(chosen?.options[answering?.option ?? 0] ?? []), ...(chosen?.always ?? [])].map(path => path.join('\n'));
  return {
    ...(chosen && { card: chosen.card.id }),
    type,
    title: display ? phraseOf(display.title, language).text : (t.kinds[type] ?? type),
    claims: [...claims, ...always].map(({ path, optional }) => ({
      path, label: claimLabel(path, display, language, t).text, optional, given: what === 'shown' && given.includes(path.join('\n')),
    })),
  };
}

function copyOf({ card }: AskedCard, used: UsedCopy[]): Pick<AskedCard, 'copy' | 'repeated'> {
  const copy = used.find(({ credentialId }) => credentialId === card);
  return copy ? { copy: copy.keyId, repeated: copy.repeated } : {};
}
