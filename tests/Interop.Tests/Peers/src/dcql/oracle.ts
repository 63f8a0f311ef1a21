/** `dcql` as an oracle: what it makes of queries and credentials. */
import { DcqlQuery, type DcqlCredential } from 'dcql';

export interface Case {
  query: unknown;
  credentials: { vct: string; claims: Record<string, unknown> }[];
}

interface Verdict {
  /** Why the query is no query. */
  error?: string;
  satisfied?: boolean;
  /** For each credential query: the number of each credential that answers, with the claims it then shows. */
  matches?: Record<string, Record<number, unknown>>;
}

export function judgeAll(cases: Case[]): Verdict[] {
  return cases.map(judge);
}

function judge({ query, credentials }: Case): Verdict {
  try {
    const parsed = DcqlQuery.parse(query as DcqlQuery.Input);
    DcqlQuery.validate(parsed);
    const result = DcqlQuery.query(parsed, credentials.map(asDcql));
    const matches = Object.entries(result.credential_matches).map(([id, match]) => [
      id,
      Object.fromEntries((match.valid_credentials ?? []).map((found) => [found.input_credential_index, found.claims.valid_claim_sets[0].output])),
    ]);
    return { satisfied: result.can_be_satisfied, matches: Object.fromEntries(matches) as Record<string, Record<number, unknown>> };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) };
  }
}

function asDcql({ vct, claims }: Case['credentials'][number]): DcqlCredential {
  return { credential_format: 'dc+sd-jwt', vct, claims: claims as never, cryptographic_holder_binding: true };
}
