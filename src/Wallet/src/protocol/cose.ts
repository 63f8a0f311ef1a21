/** COSE_Sign1 (RFC 9052 section 4.2) with ES256 (RFC 9053 section 2.1), keys (RFC 9052 section 7) and certificates (RFC 9360). */
import { arrayOf, bytesOf, mapOf, readCbor, toCbor, type CborMap } from './cbor';
import { verifyChain, type Role, type VerifiedChain } from './certificates';
import { toBase64Url, type Bytes } from './bytes';
import { ProtocolFailure, type Anchor } from './contract';

const label = { algorithm: 1, critical: 2, certificates: 33 };
const keyLabel = { type: 1, curve: -1, x: -2, y: -3 };
/** ES256, and its fully specified name of RFC 9864. */
const algorithms: unknown[] = [-7, -9];
const ellipticCurve = 2;
const p256 = 1;
const coordinateLength = 32;

export interface SignedMessage {
  protectedHeader: Bytes;
  headers: CborMap;
  payload: Bytes;
  signature: Bytes;
}

export interface VerifiedMessage extends VerifiedChain {
  payload: Bytes;
}

/** Takes a message apart; nothing of it is believed yet. */
export function readSignedMessage(value: unknown): SignedMessage {
  const [protectedHeader, unprotected, payload, signature, ...rest] = arrayOf(value);
  if (signature === undefined || rest.length > 0) throw broken('expected four parts');
  const bytes = bytesOf(protectedHeader);
  const authenticated = bytes.length === 0 ? new Map() : mapOf(readCbor(bytes));
  const open = mapOf(unprotected);
  if ([...open.keys()].some((key) => authenticated.has(key))) throw broken('a header stands in both places');
  if (!algorithms.includes(authenticated.get(label.algorithm))) throw broken('expected ES256');
  const headers = new Map([...authenticated, ...open]);
  if (headers.has(label.critical)) throw broken('a critical header is not understood');
  return { protectedHeader: bytes, headers, payload: bytesOf(payload), signature: bytesOf(signature) };
}

/** Checks the chain up to an anchor and the signature by its leaf. */
export async function verifySignedMessage(message: SignedMessage, role: Role, anchors: Anchor[], now: number): Promise<VerifiedMessage> {
  const chain = await verifyChain(certificatesOf(message), role, anchors, now);
  const signed = toCbor(['Signature1', message.protectedHeader, new Uint8Array(), message.payload]);
  const holds = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, chain.key, message.signature, signed);
  if (!holds) throw new ProtocolFailure('untrusted', 'signature', 'issuerAuth');
  return { ...chain, payload: message.payload };
}

/** The `x5chain` header as `x5c` of JOSE would carry it (RFC 9360 section 2: one certificate stands alone, several in an array). */
export function certificatesOf({ headers }: SignedMessage): string[] {
  const found = headers.get(label.certificates);
  return (Array.isArray(found) ? found : [found]).map((der) => base64(bytesOf(der)));
}

/** A P-256 key with both coordinates. */
export function readKey(value: unknown): { kty: 'EC'; crv: 'P-256'; x: string; y: string } {
  const key = mapOf(value);
  const [x, y] = [bytesOf(key.get(keyLabel.x)), bytesOf(key.get(keyLabel.y))];
  const fits = key.get(keyLabel.type) === ellipticCurve && key.get(keyLabel.curve) === p256;
  if (!fits || x.length !== coordinateLength || y.length !== coordinateLength) throw broken('expected a P-256 key');
  return { kty: 'EC', crv: 'P-256', x: toBase64Url(x), y: toBase64Url(y) };
}

function base64(bytes: Bytes): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function broken(detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', 'cose', detail);
}
