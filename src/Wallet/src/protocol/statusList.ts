/** Token Status List (draft-ietf-oauth-status-list): is a credential still good? */
import { fromBase64Url, type Bytes } from './bytes';
import { anchorOf } from './certificates';
import type { Anchor, Context, Copy, CredentialStatus, StoredCredential } from './contract';
import { ProtocolFailure } from './contract';
import { certificatesOf, isObject, verifySignedToken } from './signedToken';
import { limitedFetch, permittedUrl, readLimited } from './wire';

interface StatusList {
  bits: number;
  bytes: Bytes;
  freshUntil: number;
}

const maximumListBytes = 4 * 1024 * 1024;
const clockSkewSeconds = 60;
const defaultTtlSeconds = 60;
const maximumListsKept = 8;
const statuses: CredentialStatus[] = ['valid', 'revoked', 'suspended'];

/** Lists by their authority and address, until the issuer's `ttl` has passed. */
const kept = new Map<string, StatusList>();

/** `unknown` when the list cannot be reached or does not hold what it must; never throws for what the other side does. */
export async function checkStatus(credential: StoredCredential, context: Context): Promise<CredentialStatus> {
  if (credential.validUntil !== undefined && credential.validUntil <= context.now()) return 'expired';
  const copy = credential.copies.find((candidate) => !candidate.used) ?? credential.copies[0];
  if (!copy?.status) return 'valid';
  try {
    const list = await currentList(copy.status.uri, await authorityOf(copy, context), context);
    return statuses[entryAt(list, copy.status.index)] ?? 'unknown';
  } catch (error) {
    if (error instanceof ProtocolFailure) return 'unknown';
    throw error;
  }
}

/** The `status` claim of a credential (section 6.1), or nothing when it has none. */
export function readStatusReference(payload: Record<string, unknown>): Copy['status'] {
  const reference = isObject(payload.status) ? payload.status.status_list : undefined;
  if (reference === undefined) return undefined;
  if (!isObject(reference) || typeof reference.uri !== 'string' || !isIndex(reference.idx)) throw broken('status', 'reference');
  const listNumber = Number(reference.uri.split('/').at(-1));
  return { uri: reference.uri, index: reference.idx, listNumber };
}

/** Whoever is trusted for one card does not get to revoke another authority's: only the authority behind this copy counts. */
async function authorityOf(copy: Copy, context: Context): Promise<Anchor> {
  const { issuers } = context.config.trust;
  if (copy.format === 'mso_mdoc') return (await import('./mdoc')).authorityOfMdoc(copy.issuerSigned, issuers);
  return anchorOf(certificatesOf(copy.sdJwt.split('~', 1)[0]!), issuers);
}

async function currentList(uri: string, authority: Anchor, context: Context): Promise<StatusList> {
  const key = `${authority.certificate} ${uri}`;
  const known = kept.get(key);
  if (known && known.freshUntil > context.now()) return known;
  const list = await fetchList(uri, authority, context);
  kept.delete(key);
  kept.set(key, list);
  for (const oldest of [...kept.keys()].slice(0, -maximumListsKept)) kept.delete(oldest);
  return list;
}

async function fetchList(uri: string, authority: Anchor, context: Context): Promise<StatusList> {
  const { config } = context;
  const now = context.now();
  const url = permittedUrl(uri, config);
  const response = await limitedFetch(config)(url, { headers: { Accept: 'application/statuslist+jwt' } });
  if (!response.ok) throw new ProtocolFailure('network', `http_${response.status}`, 'status list');
  const { payload } = await verifySignedToken(await response.text(), 'statuslist+jwt', 'issuer', [authority], now);
  checkClaims(payload, uri, now);
  const { bits, lst } = isObject(payload.status_list) ? payload.status_list : {};
  if (bits !== 1 && bits !== 2 && bits !== 4 && bits !== 8) throw broken('status_list', 'bits');
  if (typeof lst !== 'string') throw broken('status_list', 'lst');
  const ttl = typeof payload.ttl === 'number' && payload.ttl > 0 ? payload.ttl : defaultTtlSeconds;
  const expiry = typeof payload.exp === 'number' ? payload.exp : Infinity;
  return { bits, bytes: await inflate(lst), freshUntil: Math.min(now + ttl, expiry) };
}

/** Section 8.3 step 4: the token is about this list and is valid now. */
function checkClaims(payload: Record<string, unknown>, uri: string, now: number): void {
  if (payload.sub !== uri) throw broken('sub', 'the token is about another list');
  if (typeof payload.iat !== 'number' || payload.iat > now + clockSkewSeconds) throw broken('iat', 'missing or in the future');
  if (payload.exp !== undefined && (typeof payload.exp !== 'number' || payload.exp <= now)) throw broken('exp', 'the list is over');
}

/** zlib, as section 4.2 asks; a small token that inflates without end is stopped at 4 MiB. */
async function inflate(encoded: string): Promise<Bytes> {
  try {
    const packed = new Blob([fromBase64Url(encoded)]).stream();
    return await readLimited(packed.pipeThrough(new DecompressionStream('deflate')), maximumListBytes);
  } catch (error) {
    throw error instanceof ProtocolFailure ? error : broken('status_list', `zlib: ${String(error)}`);
  }
}

function entryAt(list: StatusList, index: number): number {
  const perByte = 8 / list.bits;
  const byte = list.bytes[Math.floor(index / perByte)];
  if (byte === undefined) throw broken('status_list', 'index is outside the list');
  return (byte >> ((index % perByte) * list.bits)) & (2 ** list.bits - 1);
}

function isIndex(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
