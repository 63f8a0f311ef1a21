/** What a person declares by answering: transaction data (OpenID4VP 1.0 section 8.4), its hashes in the key binding (appendix B.3.3.1). */
import { fromBase64Url, sha256, toBase64Url, utf8 } from './bytes';
import { ProtocolFailure, type Language } from './contract';
import { isObject, readObject } from './signedToken';

export interface Transaction {
  /** As it stands in the request: the hash covers this text. */
  encoded: string;
  /** The queries one of whose cards authorises it. */
  queryIds: string[];
  statement: Record<Language, string>;
}

/** Ours, and the only type this wallet knows: two sentences, shown word for word. */
const declaration = 'urn:modellstadt:transaction:declaration:1';
const members = new Set(['type', 'credential_ids', 'transaction_data_hashes_alg', 'statement_de', 'statement_en']);
const hash = 'sha-256';
const maximumTransactions = 8;
const maximumEncodedLength = 16 * 1024;
const maximumStatementLength = 1000;

/** @throws ProtocolFailure `unsupported` with `invalid_transaction_data` when one entry is not understood: then nothing is shown at all. */
export function readTransactions({ transaction_data: entries, dcql_query: query }: Record<string, unknown>): Transaction[] {
  if (entries === undefined) return [];
  if (!Array.isArray(entries) || entries.length === 0 || entries.length > maximumTransactions) throw invalid('1 to 8 entries expected');
  const asked = isObject(query) && Array.isArray(query.credentials) ? query.credentials.filter(isObject) : [];
  const bound = asked.filter((credential) => credential.require_cryptographic_holder_binding !== false && credential.format === 'dc+sd-jwt');
  return entries.map((entry) => readOne(entry, new Set(bound.map((credential) => credential.id))));
}

function readOne(encoded: unknown, queries: Set<unknown>): Transaction {
  if (typeof encoded !== 'string' || encoded.length > maximumEncodedLength) throw invalid('not a text, or too long');
  const { type, credential_ids: ids, transaction_data_hashes_alg: hashes, statement_de: de, statement_en: en, ...rest } = decode(encoded);
  if (type !== declaration || Object.keys(rest).some((name) => !members.has(name))) throw invalid('an unknown type or member');
  if (!isStatement(de) || !isStatement(en)) throw invalid('a statement is missing or too long');
  if (!Array.isArray(ids) || ids.length === 0 || !ids.every((id) => typeof id === 'string' && queries.has(id))) throw invalid('credential_ids');
  if (hashes !== undefined && !(Array.isArray(hashes) && hashes.includes(hash))) throw invalid('no known hash');
  return { encoded, queryIds: ids as string[], statement: { de, en } };
}

function decode(encoded: string): Record<string, unknown> {
  try {
    return readObject(new TextDecoder('utf-8', { fatal: true }).decode(fromBase64Url(encoded)));
  } catch (error) {
    throw invalid(String(error));
  }
}

function isStatement(text: unknown): text is string {
  return typeof text === 'string' && text !== '' && text.length <= maximumStatementLength;
}

/** The claims of one card's key binding: of several cards that may authorise a transaction, the first one that is shown does. */
export async function transactionClaims(transactions: Transaction[], shown: string[], queryId: string): Promise<Record<string, unknown>> {
  const mine = transactions.filter(({ queryIds }) => queryIds.find((id) => shown.includes(id)) === queryId);
  if (mine.length === 0) return {};
  const hashes = await Promise.all(mine.map(async ({ encoded }) => toBase64Url(await sha256(utf8(encoded)))));
  return { transaction_data_hashes: hashes, transaction_data_hashes_alg: hash };
}

function invalid(detail: string): ProtocolFailure {
  return new ProtocolFailure('unsupported', 'invalid_transaction_data', detail);
}
