import type { StoredCredential } from '../protocol/contract';
import type { HistoryEntry } from '../storage/history';
import { listOfCredentials, transactionLog } from './transactionLog';

/** All that the wallet knows about its holder: cards with what stands on them, and the diary. Neither keys nor tokens. */
export interface Everything {
  /** Milliseconds. */
  at: number;
  town?: string;
  language: string;
  cards: StoredCredential[];
  history: HistoryEntry[];
}

/** For programs: `MigrationData` of EU technical specification 10, and beside it what that specification has no place for. */
export function machineReadable({ at, town, language, cards, history }: Everything): string {
  return JSON.stringify({
    format: 'modellstadt-wallet-export',
    version: 1,
    madeAt: new Date(at).toISOString(),
    // Every credential of this wallet is bound to a key that stays here: none can be carried over.
    MigrationData: { transactionLog: transactionLog(history), listOfCredentials: listOfCredentials(cards), nonDeviceBoundCredentials: [] },
    cards: cards.map(card => ({
      type: card.vct,
      format: card.format,
      title: card.display.title,
      issuer: { id: card.issuer.id, name: card.issuer.name, host: card.issuer.host, trusted: card.issuer.trusted },
      claims: card.claims,
      receivedAt: new Date(card.receivedAt * 1000).toISOString(),
      ...(card.validUntil !== undefined && { validUntil: new Date(card.validUntil * 1000).toISOString() }),
      copies: { all: card.copies.length, unused: card.copies.filter(copy => !copy.used).length },
    })),
    history: history.map(({ id, at: moment, ...line }) => ({ id, at: new Date(moment).toISOString(), ...line })),
    settings: { language, ...(town !== undefined && { town }) },
  }, null, 2);
}
