/**
 * SD-JWT (RFC 9901) as a credential (draft-ietf-oauth-sd-jwt-vc). `@sd-jwt/core` presents; receiving is checked here, because
 * version 0.19 of that library accepts disclosures nobody references and disclosures of reserved names.
 */
import { SDJwtInstance } from '@sd-jwt/core';
import { fromBase64Url, sha256, toBase64Url, utf8 } from './bytes';
import { ProtocolFailure, type Anchor, type KeyVault } from './contract';
import { isObject, readObject, verifySignedToken, type SignedToken } from './signedToken';
import { unpack } from './unpacking';

type Json = Record<string, unknown>;

/** A claims path pointer of OpenID4VP 1.0 section 7: name, array index, or `null` for every element. */
export type ClaimPath = (string | number | null)[];

export interface VerifiedCredential extends SignedToken {
  /** All claims with the disclosed ones in place, without the technical ones. */
  claims: Json;
}

const maximumLength = 128 * 1024;

/** Names that must not be hidden in a disclosure (SD-JWT VC section 2.2.2.2), and what no claim is for the citizen. */
const alwaysVisible = ['iss', 'nbf', 'exp', 'cnf', 'vct', 'vct#integrity', 'status'];
const technical = new Set([...alwaysVisible, 'iat', '_sd_alg']);

/** Checks signature, chain and every rule of RFC 9901 section 7.1 on a credential as it came from the issuer. */
export async function verifyReceived(sdJwt: string, anchors: Anchor[], now: number): Promise<VerifiedCredential> {
  if (sdJwt.length > maximumLength) throw broken('size', 'credential is too long');
  const [jwt, ...disclosures] = sdJwt.split('~');
  if (disclosures.pop() !== '') throw broken('sd_jwt', 'an issued credential ends with ~');
  const token = await verifySignedToken(jwt!, 'dc+sd-jwt', 'issuer', anchors, now);
  const unpacked = await unpack(token.payload, disclosures);
  const hidden = alwaysVisible.find((name) => name in unpacked && !(name in token.payload));
  if (hidden) throw broken('disclosure', `${hidden} must not be selectively disclosable`);
  const claims = Object.fromEntries(Object.entries(unpacked).filter(([name]) => !technical.has(name)));
  return { ...token, claims };
}

/** The claims of a kept copy that stand in it openly: whoever gets to see it sees them. */
export function visibleClaims(sdJwt: string): ClaimPath[] {
  const payload = readObject(new TextDecoder().decode(fromBase64Url(sdJwt.split('.')[1] ?? '')));
  return openPaths(Object.fromEntries(Object.entries(payload).filter(([name]) => !technical.has(name))));
}

function openPaths(claims: Json): ClaimPath[] {
  const plain = Object.entries(claims).filter(([name]) => name !== '_sd');
  return plain.flatMap(([name, value]): ClaimPath[] => (isObject(value) && '_sd' in value ? openPaths(value).map((path) => [name, ...path]) : isHiddenList(value) ? [] : [[name]]));
}

function isHiddenList(value: unknown): boolean {
  return Array.isArray(value) && value.some((element) => isObject(element) && '...' in element);
}

/** What a key binding JWT says (RFC 9901 section 4.3); `sd_hash` is added on the way. */
export interface Binding {
  keyId: string;
  audience: string;
  nonce: string;
  issuedAt: number;
  /** Further claims, such as hashes of transactions. */
  claims: Json;
}

/** The credential with only the disclosures that the paths need, bound to one verifier and one question. */
export async function present(sdJwt: string, claims: Json, paths: ClaimPath[], binding: Binding, keys: KeyVault): Promise<string> {
  const instance = new SDJwtInstance({
    hasher: (data) => sha256(typeof data === 'string' ? utf8(data) : new Uint8Array(data)),
    hashAlg: 'sha-256',
    kbSignAlg: 'ES256',
    kbSigner: async (data) => toBase64Url(await keys.sign(binding.keyId, utf8(data))),
  });
  const payload = { ...binding.claims, iat: binding.issuedAt, aud: binding.audience, nonce: binding.nonce };
  return instance.present(sdJwt, frameOf(paths, claims), { kb: { payload } });
}

type Frame = { [name: string]: Frame | boolean };

/** The paths as the tree that `@sd-jwt/core` asks for; a path to an object or array means all of it. */
function frameOf(paths: ClaimPath[], claims: unknown): Frame {
  const frame: Frame = {};
  for (const path of paths) addPath(frame, path, claims);
  return frame;
}

function addPath(frame: Frame, path: ClaimPath, value: unknown): void {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== 'object' || value === null) return;
  const names = step === null ? Object.keys(value) : [String(step)];
  for (const name of names.filter((candidate) => Object.hasOwn(value, candidate))) {
    const inner = (value as Json)[name];
    const known = frame[name];
    const branch: Frame = typeof known === 'object' ? known : {};
    if (rest.length > 0) addPath(branch, rest, inner);
    else everything(branch, inner);
    frame[name] = branch;
  }
}

function everything(frame: Frame, value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const [name, inner] of Object.entries(value)) everything((frame[name] = {}), inner);
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
