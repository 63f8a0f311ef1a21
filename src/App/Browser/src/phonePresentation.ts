import { wholeOf } from './phoneCodes';

/** A key with which the town signs permits. */
export interface PermitSigner {
  /** The protected header of every credential that it signs (RFC 7515), base64url. */
  readonly header: string;
  readonly key: JsonWebKey;
  /** Until when its certificate counts, in milliseconds. */
  readonly until: number;
}

/** What a device must know to check what a phone shows. */
export interface PermitSigning {
  readonly ags: string;
  /** `vct` of a permit. */
  readonly permitType: string;
  readonly signers: readonly PermitSigner[];
}

/** What the phone showed, and what the town's signature and the phone's key prove. */
export interface Presentation {
  readonly plates: readonly string[];
  readonly zone: string;
  /** First and last day, ISO 8601. */
  readonly from: string;
  readonly until: string;
  /** The day this copy was issued (its start, in milliseconds): what happened later it cannot know. */
  readonly issuedAt: number;
}

/** Why a presentation is not believed. `strange`: no key of this town; `old`: a picture or film of one; `over`: the copy's time is. */
export type PresentationFault = 'broken' | 'strange' | 'old' | 'early' | 'over';

/** A presentation counts for a minute; the clock of a phone may be half a minute ahead. */
const longestAge = 60_000;
const mostAhead = 30_000;

const fixedBytes = 8 + 4 + 64 + 64;
const mostContent = 8192;
const mostDisclosures = 8;
const es256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const reserved = new Set(['_sd', '...', '_sd_alg', 'iss', 'nbf', 'exp', 'iat', 'cnf', 'vct', 'status']);

type Json = Record<string, unknown>;

class Fault extends Error {
  readonly fault: PresentationFault;

  constructor(fault: PresentationFault) {
    super(fault);
    this.fault = fault;
  }
}

/**
 * Checks a presentation without a network (ADR 47): it is an SD-JWT VC with key binding, signed by a key of this town and, within the last
 * minute, by the phone that the copy was issued to (RFC 9901 section 7.3).
 */
export async function readPresentation(text: string, signing: PermitSigning, now: number): Promise<Presentation | PresentationFault> {
  try {
    const packed = await wholeOf(text);
    if (!packed || packed.length <= fixedBytes) return 'broken';
    return await check(packed, signing, now);
  } catch (error) {
    return error instanceof Fault ? error.fault : 'broken';
  }
}

async function check(packed: Uint8Array<ArrayBuffer>, signing: PermitSigning, now: number): Promise<Presentation> {
  const signer = await signerOf(packed.subarray(0, 8), signing.signers);
  const [payloadText = '', ...disclosures] = (await inflate(packed.subarray(fixedBytes))).split('\0');
  const jwt = `${signer.header}.${base64Url(utf8(payloadText))}`;
  const issuerSignature = packed.slice(76, fixedBytes);
  if (now >= signer.until || !(await verifies(signer.key, issuerSignature, jwt))) throw new Fault('broken');
  const payload = JSON.parse(payloadText) as Json;
  const encoded = disclosures.map(disclosure => base64Url(utf8(disclosure)));
  const claims = await disclosed(payload, encoded, disclosures);

  const signedAt = new DataView(packed.buffer, packed.byteOffset).getUint32(8);
  const presented = [`${jwt}.${base64Url(issuerSignature)}`, ...encoded, ''].join('~');
  await checkBinding(payload, presented, signedAt, packed.slice(12, 76), signing.ags);
  checkTimes(payload, signedAt * 1000, now);
  return permitIn(payload, claims, signing.permitType);
}

/** The key that the presentation names by the beginning of its header's digest; never one that it brings along. */
async function signerOf(name: Uint8Array, signers: readonly PermitSigner[]): Promise<PermitSigner> {
  for (const signer of signers) {
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(signer.header)));
    if (name.every((byte, at) => byte === digest[at])) return signer;
  }
  throw new Fault('strange');
}

/** The claims of disclosures that the issuer's payload has digests of, each once (RFC 9901 section 7.1). */
async function disclosed(payload: Json, encoded: string[], plain: string[]): Promise<Json> {
  const digests = payload['_sd'];
  if (payload['_sd_alg'] !== 'sha-256' || !isTexts(digests) || new Set(digests).size !== digests.length || encoded.length > mostDisclosures) throw new Fault('broken');
  const claims: Json = {};
  for (const [at, disclosure] of plain.entries()) {
    const [salt, name, value, ...more] = JSON.parse(disclosure) as unknown[];
    const known = digests.includes(base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(encoded[at]!)))));
    const fits = typeof salt === 'string' && typeof name === 'string' && more.length === 0 && !reserved.has(name) && !Object.hasOwn(claims, name) && !Object.hasOwn(payload, name);
    if (!known || !fits) throw new Fault('broken');
    claims[name] = value;
  }
  return claims;
}

/** Key binding (RFC 9901 section 4.3): both sides write the same JWT, so only its time and its signature travelled. */
async function checkBinding(payload: Json, presented: string, iat: number, signature: Uint8Array<ArrayBuffer>, ags: string): Promise<void> {
  const holder = (payload['cnf'] as { jwk?: JsonWebKey } | undefined)?.jwk;
  if (!holder) throw new Fault('broken');
  const sd_hash = base64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(presented))));
  const binding = [{ alg: 'ES256', typ: 'kb+jwt' }, { iat, aud: `urn:modellstadt:wardens:${ags}`, nonce: String(iat), sd_hash }];
  if (!(await verifies(holder, signature, binding.map(part => base64Url(utf8(JSON.stringify(part)))).join('.')))) throw new Fault('broken');
}

function checkTimes(payload: Json, signedAt: number, now: number): void {
  const expires = payload['exp'];
  if (typeof expires !== 'number') throw new Fault('broken');
  if (signedAt < now - longestAge) throw new Fault('old');
  if (signedAt > now + mostAhead) throw new Fault('early');
  if (expires * 1000 <= now) throw new Fault('over');
}

function permitIn(payload: Json, claims: Json, type: string): Presentation {
  const { plate, zone, valid_from: from, valid_until: until } = claims;
  if (payload['vct'] !== type || typeof payload['iat'] !== 'number') throw new Fault('broken');
  if (typeof plate !== 'string' || typeof zone !== 'string' || !isDay(from) || !isDay(until)) throw new Fault('broken');
  return { plates: plate.split(', '), zone, from, until, issuedAt: payload['iat'] * 1000 };
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value);

const isTexts = (value: unknown): value is string[] => Array.isArray(value) && value.every(item => typeof item === 'string');

async function verifies({ kty = '', crv = '', x = '', y = '' }: JsonWebKey, signature: Uint8Array<ArrayBuffer>, text: string): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  return crypto.subtle.verify(es256, key, signature, utf8(text));
}

/** Stops as soon as more comes out than any permit has. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const [plain, decoder] = [[] as string[], new TextDecoder('utf-8', { fatal: true })];
  let length = 0;
  for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
    length += value?.length ?? 0;
    if (length > mostContent) {
      await reader.cancel();
      throw new Fault('broken');
    }
    plain.push(decoder.decode(value, { stream: true }));
  }
  return plain.join('') + decoder.decode();
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);

const base64Url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
