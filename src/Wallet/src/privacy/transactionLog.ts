/**
 * The diary in the words of EU technical specification 10 (data portability and export) 1.2, sections 3.1 to 3.17: as much of it as this
 * wallet knows. What it does not know of a party (identifier, registrar, privacy policy) is left out, not made up.
 */
import type { StoredCredential } from '../protocol/contract';
import type { AskedCard, HistoryEntry } from '../storage/history';

type Json = Record<string, unknown>;

/** `TransactionLog` (section 3.16). Its times are UTC. */
export const transactionLog = (entries: HistoryEntry[]): Json[] => entries.map(transaction);

/** `ListOfCredentials` (section 3.17): nothing of what stands on them. */
export function listOfCredentials(cards: StoredCredential[]): Json[] {
  return cards.map(({ vct, format, issuer }) => ({
    credentialIdentifier: vct, format, issuerName: issuer.name, issuerIdentifier: [{ type: 'credential_issuer', identifier: issuer.id }], supplyPointURL: issuer.id,
  }));
}

function transaction(entry: HistoryEntry): Json {
  const [type, name, details] = describe(entry);
  return {
    transactionIdentifier: entry.id,
    time: new Date(entry.at).toISOString().slice(0, 19),
    transactionType: type,
    transactionResult: ['declined', 'failed', 'not-renewed'].includes(entry.what) ? 'NotCompleted' : 'Completed',
    [name]: details,
  };
}

function describe(entry: HistoryEntry): [type: string, name: string, details: Json] {
  switch (entry.what) {
    case 'shown':
    case 'declined': return ['Presentation', 'presentation', presentation(entry)];
    case 'failed': return entry.asked ? ['Presentation', 'presentation', presentation(entry)] : ['CredentialIssuance', 'credentialIssuance', issuance(entry)];
    case 'received': return ['CredentialIssuance', 'credentialIssuance', issuance(entry)];
    case 'renewed':
    case 'not-renewed': return ['CredentialReissuance', 'credentialIssuance', { ...issuance(entry), isUserTriggered: false }];
    case 'deleted': return ['CredentialDeletion', 'credentialDeletion', { credentialName: entry.cards }];
    case 'erasure-asked':
      return ['DataDeletionRequest', 'dataDeletionRequest', { interactingPartyName: entry.peer, interactingPartyHost: entry.host, listOfClaims: claimsOf(entry.asked, () => true) }];
    case 'reported': return ['DPAReport', 'dpaReport', { dpaName: entry.authority, dpaCountry: 'DE', interactingPartyName: entry.peer, interactingPartyHost: entry.host }];
    default: return ['OtherTransaction', 'otherTransaction', { description: [entry.what], ...(entry.peer !== undefined && { interactingPartyName: entry.peer }) }];
  }
}

function presentation(entry: HistoryEntry): Json {
  return {
    interactingPartyType: 'ServiceProvider',
    interactingPartyName: entry.peer,
    interactingPartyHost: entry.host,
    ...(entry.contacts && { interactingPartyContact: entry.contacts }),
    ...(entry.supervisor && { dpaContact: entry.supervisor }),
    ...(entry.purpose !== undefined && { purpose: [entry.purpose] }),
    listOfClaimsRequested: claimsOf(entry.asked, () => true),
    listOfClaimsPresented: claimsOf(entry.asked, ({ given }) => given),
    ...(entry.what !== 'shown' && { reasonOfNoncompletion: entry.what === 'declined' ? 'declined by the user' : (entry.reason ?? 'unknown') }),
  };
}

const issuance = (entry: HistoryEntry): Json => ({ interactingPartyName: entry.peer, interactingPartyHost: entry.host, credentialName: entry.cards });

/** `ClaimInfo` (section 3.19.2). Lines of early wallets know labels only and stay out. */
function claimsOf(asked: AskedCard[] = [], wanted: (claim: AskedCard['claims'][number]) => boolean): Json[] {
  return asked
    .map(({ type, claims }) => ({ credentialIdentifier: type, claims: claims.filter(wanted).map(({ path }) => path) }))
    .filter(({ claims }) => claims.length > 0);
}
