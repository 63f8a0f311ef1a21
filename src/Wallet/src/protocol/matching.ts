/** Which of the wallet's cards answer a DCQL query (OpenID4VP 1.0 section 6), decided by the `dcql` library. */
import { DcqlQuery } from 'dcql';
import { authorityKeysOf } from './certificates';
import { ProtocolFailure, type Copy, type StoredCredential } from './contract';
import { visibleClaims, type ClaimPath } from './sdJwt';
import { certificatesOf, isObject } from './signedToken';

export interface Candidate {
  credential: StoredCredential;
  /** What this card can show, the least first; nothing else leaves the wallet but what {@link Candidate.always} names. */
  options: ClaimPath[][];
  always: ClaimPath[];
}

export interface Match {
  queryId: string;
  vcts: string[];
  /** Everything the query names. */
  claims: { path: ClaimPath; optional: boolean }[];
  candidates: Candidate[];
  /** Of the optional sets this query belongs to; undefined when it is required. */
  optionalGroup: number | undefined;
}

type Query = DcqlQuery.Output;
type CredentialQuery = Query['credentials'][number];
type ClaimSets = readonly { valid_claim_indexes?: readonly number[] | undefined }[];

const maximumQueries = 10;
const maximumClaims = 50;
const maximumPathLength = 10;

/** The questions this wallet will show, in the order of the query: the required ones, and those of optional sets that it can answer. */
export async function matchQuery(input: unknown, credentials: StoredCredential[], now: number): Promise<Match[]> {
  const query = readQuery(input);
  const usable = credentials.filter(({ validUntil = Infinity, copies }) => validUntil > now && copies.length > 0);
  const restricted = query.credentials.some((asked) => asked.trusted_authorities !== undefined);
  const authorities = await Promise.all(restricted ? usable.map(authorityOf) : []);
  const result = DcqlQuery.query(query, usable.map((credential, index) => ({ ...asDcqlCredential(credential), ...authorities[index] })));
  const found = query.credentials.map((asked) => {
    const match = result.credential_matches[asked.id];
    const valid = match?.success ? match.valid_credentials : [];
    const candidates = valid.map((one) => asCandidate(asked, usable[one.input_credential_index]!, one.claims.valid_claim_sets)).sort(byFreshness);
    return { queryId: asked.id, vcts: typesOf(asked), claims: claimsOf(asked, candidates[0]), candidates };
  });
  const groups = groupsOf(query, new Set(found.filter(({ candidates }) => candidates.length > 0).map(({ queryId }) => queryId)));
  return found.filter(({ queryId }) => groups.has(queryId)).map((match) => ({ ...match, optionalGroup: groups.get(match.queryId) }));
}

/**
 * The sets of claims stand in the verifier's order; the wallet may return any of them (section 6.4.1). The one with the fewest claims comes
 * first, and only sets that add to it are offered beside it.
 */
function asCandidate(query: CredentialQuery, credential: StoredCredential, claimSets: ClaimSets): Candidate {
  const sets = claimSets.map((set) => new Set(set.valid_claim_indexes ?? []));
  const least = sets.reduce((best, set) => (set.size < best.size ? set : best));
  const more = sets.filter((set) => set.size > least.size && [...least].every((index) => set.has(index)));
  const options = [least, ...more].map((set) => [...set].map((index) => pathAt(query, index)));
  const [copy] = credential.copies;
  return { credential, options, always: copy?.format === 'dc+sd-jwt' ? visibleClaims(copy.sdJwt) : [] };
}

/**
 * An empty array means the same as an absent one here; version 3.0 of the library fails on it and other wallets' verifiers
 * send it.
 */
function readQuery(input: unknown): Query {
  const cleaned = withoutEmptyArrays(input);
  if (!isObject(cleaned) || !Array.isArray(cleaned.credentials)) throw broken('no credentials are asked for');
  if (cleaned.credentials.length > maximumQueries) throw broken(`more than ${maximumQueries} credentials`);
  try {
    const query = DcqlQuery.parse(cleaned as DcqlQuery.Input);
    DcqlQuery.validate(query);
    query.credentials.forEach(checkSize);
    return query;
  } catch (error) {
    throw error instanceof ProtocolFailure ? error : broken(error instanceof Error ? error.message : String(error));
  }
}

function checkSize(query: CredentialQuery): void {
  const claims = query.claims ?? [];
  const tooDeep = claims.some((claim) => 'path' in claim && claim.path.length > maximumPathLength);
  if (claims.length > maximumClaims || tooDeep) throw broken('too many or too deep claims');
}

function withoutEmptyArrays(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyArrays);
  if (!isObject(value)) return value;
  const kept = Object.entries(value).filter(([, inner]) => !(Array.isArray(inner) && inner.length === 0));
  return Object.fromEntries(kept.map(([name, inner]) => [name, withoutEmptyArrays(inner)]));
}

function asDcqlCredential({ format, vct, claims }: StoredCredential) {
  const state = { cryptographic_holder_binding: true };
  if (format === 'mso_mdoc') return { credential_format: format, doctype: vct, namespaces: claims as Record<string, Record<string, string>>, ...state };
  return { credential_format: format, vct, claims: claims as Record<string, string>, ...state };
}

/** Section 6.1.1.1: the authority's key identifier in any certificate of the chain. Every copy of a card has the same chain. */
async function authorityOf({ copies: [copy] }: StoredCredential): Promise<{ authority?: { type: 'aki'; values: [string, ...string[]] } }> {
  if (!copy) return {};
  const [first, ...more] = await keysBehind(copy);
  return first === undefined ? {} : { authority: { type: 'aki', values: [first, ...more] } };
}

async function keysBehind(copy: Copy): Promise<string[]> {
  if (copy.format === 'dc+sd-jwt') return authorityKeysOf(certificatesOf(copy.sdJwt.split('~')[0]!));
  return (await import('./mdoc')).authorityKeysOfMdoc(copy.issuerSigned);
}

/**
 * Section 6.4.2: without sets everything is required. Of each set the first option this wallet can fulfil is taken; a required set
 * that it cannot fulfil is shown as missing, an optional one is left out. Optional sets that share a query go together.
 */
function groupsOf(query: Query, answered: Set<string>): Map<string, number | undefined> {
  const groups = new Map<string, number | undefined>();
  const sets = query.credential_sets ?? [{ options: [query.credentials.map(({ id }) => id)], required: true }];
  const chosen = (options: string[][]) => options.find((option) => option.every((id) => answered.has(id)));
  for (const { options } of sets.filter((set) => set.required)) {
    for (const id of chosen(options) ?? options[0] ?? []) groups.set(id, undefined);
  }
  for (const [index, { options }] of sets.filter((set) => !set.required).entries()) {
    const option = (chosen(options) ?? []).filter((id) => !groups.has(id) || groups.get(id) !== undefined);
    const group = option.map((id) => groups.get(id)).find((known) => known !== undefined) ?? index;
    for (const id of option) groups.set(id, group);
  }
  return groups;
}

function claimsOf(query: CredentialQuery, best: Candidate | undefined): Match['claims'] {
  return (query.claims ?? []).map(({ id }, index) => {
    const path = pathAt(query, index);
    const needed = best ? best.options[0]!.includes(path) : (query.claim_sets ?? []).every((set) => id !== undefined && set.includes(id));
    return { path, optional: !needed };
  });
}

function pathAt(query: CredentialQuery, index: number): ClaimPath {
  const claim = query.claims?.[index];
  if (!claim || !('path' in claim)) throw broken('claim without path');
  return claim.path;
}

function typesOf({ meta }: CredentialQuery): string[] {
  if (!meta) return [];
  if ('doctype_value' in meta && typeof meta.doctype_value === 'string') return [meta.doctype_value];
  return 'vct_values' in meta ? (meta.vct_values ?? []) : [];
}

/** Cards with unused copies first, then the newest. */
function byFreshness(left: Candidate, right: Candidate): number {
  const fresh = (candidate: Candidate) => Number(candidate.credential.copies.some((copy) => !copy.used));
  return fresh(right) - fresh(left) || right.credential.receivedAt - left.credential.receivedAt;
}

function broken(detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', 'dcql_query', detail.slice(0, 500));
}
