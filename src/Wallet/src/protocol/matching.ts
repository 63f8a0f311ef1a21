/** Which of the wallet's cards answer a DCQL query (OpenID4VP 1.0 section 6), decided by the `dcql` library. */
import { DcqlQuery } from 'dcql';
import { ProtocolFailure, type StoredCredential } from './contract';
import { isObject } from './signedToken';
import type { ClaimPath } from './sdJwt';

export interface Candidate {
  credential: StoredCredential;
  /** What this card would show; nothing else leaves the wallet. */
  paths: ClaimPath[];
}

export interface Match {
  queryId: string;
  vcts: string[];
  /** What is asked of every candidate; without candidates everything the query names. */
  claims: { path: ClaimPath; optional: boolean }[];
  candidates: Candidate[];
}

type Query = DcqlQuery.Output;
type CredentialQuery = Query['credentials'][number];

const maximumQueries = 10;
const maximumClaims = 50;
const maximumPathLength = 10;

/** The questions this wallet will show, in the order of the query. Optional sets are left out: less is shown, not more. */
export function matchQuery(input: unknown, credentials: StoredCredential[], now: number): Match[] {
  const query = readQuery(input);
  const usable = credentials.filter((credential) => isUsable(credential, now));
  const result = DcqlQuery.query(query, usable.map(asDcqlCredential));
  const matches = query.credentials.map((asked): Match => {
    const found = result.credential_matches[asked.id];
    const valid = found?.success ? found.valid_credentials : [];
    const candidates = valid.map((match): Candidate => {
      const chosen = match.claims.valid_claim_sets[0].valid_claim_indexes ?? [];
      return { credential: usable[match.input_credential_index]!, paths: chosen.map((index) => pathAt(asked, index)) };
    });
    return { queryId: asked.id, vcts: vctsOf(asked), claims: claimsOf(asked, candidates), candidates: candidates.sort(byFreshness) };
  });
  const required = requiredIds(query, matches);
  return matches.filter((match) => required.has(match.queryId));
}

function isUsable({ format, validUntil = Infinity, copies }: StoredCredential, now: number): boolean {
  return format === 'dc+sd-jwt' && validUntil > now && copies.length > 0;
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

function asDcqlCredential(credential: StoredCredential) {
  return {
    credential_format: 'dc+sd-jwt' as const,
    vct: credential.vct,
    claims: credential.claims as Record<string, string>,
    cryptographic_holder_binding: true,
  };
}

/** Section 6.4.2: without sets everything is required; of each required set the first option this wallet can fulfil. */
function requiredIds(query: Query, matches: Match[]): Set<string> {
  if (!query.credential_sets) return new Set(matches.map((match) => match.queryId));
  const answered = new Set(matches.filter((match) => match.candidates.length > 0).map((match) => match.queryId));
  const options = query.credential_sets
    .filter((set) => set.required)
    .map((set) => set.options.find((option) => option.every((id) => answered.has(id))) ?? set.options[0]);
  return new Set(options.flat());
}

function claimsOf(query: CredentialQuery, candidates: Candidate[]): Match['claims'] {
  const best = candidates[0];
  if (best) return best.paths.map((path) => ({ path, optional: false }));
  const ids = query.claims?.map((claim) => claim.id) ?? [];
  return ids.map((id, index) => {
    const everywhere = query.claim_sets?.every((set) => id !== undefined && set.includes(id)) ?? true;
    return { path: pathAt(query, index), optional: !everywhere };
  });
}

function pathAt(query: CredentialQuery, index: number): ClaimPath {
  const claim = query.claims?.[index];
  if (!claim || !('path' in claim)) throw broken('claim without path');
  return claim.path;
}

function vctsOf(query: CredentialQuery): string[] {
  return query.meta && 'vct_values' in query.meta ? (query.meta.vct_values ?? []) : [];
}

/** Cards with unused copies first, then the newest. */
function byFreshness(left: Candidate, right: Candidate): number {
  const fresh = (candidate: Candidate) => Number(candidate.credential.copies.some((copy) => !copy.used));
  return fresh(right) - fresh(left) || right.credential.receivedAt - left.credential.receivedAt;
}

function broken(detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', 'dcql_query', detail.slice(0, 500));
}
