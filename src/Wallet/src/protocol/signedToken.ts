import { compactVerify, decodeProtectedHeader } from 'jose';
import { verifyChain, type Role, type VerifiedChain } from './certificates';
import { ProtocolFailure, type Anchor } from './contract';

const maximumTokenLength = 512 * 1024;

/** What a token says and whose certificate stands behind it. */
export interface SignedToken extends VerifiedChain {
  payload: Record<string, unknown>;
}

/**
 * Verifies a compact JWS (RFC 7515) that carries its certificates: ES256 only, the expected `typ` only, the key out of the
 * chain only. The header chooses neither.
 */
export async function verifySignedToken(compact: string, typ: string, role: Role, anchors: Anchor[], now: number): Promise<SignedToken> {
  if (compact.length > maximumTokenLength) throw new ProtocolFailure('malformed', 'size', 'token is too long');
  const header = readHeader(compact);
  if (header.typ !== typ) throw new ProtocolFailure('malformed', 'typ', `expected ${typ}`);
  if (header.alg !== 'ES256') throw new ProtocolFailure('malformed', 'alg', 'expected ES256');
  const chain = await verifyChain(header.x5c, role, anchors, now);
  const payload = await verifiedPayload(compact, chain.key);
  return { ...chain, payload };
}

/** The `x5c` header of a token that is not verified here. */
export function certificatesOf(compact: string): unknown {
  return readHeader(compact).x5c;
}

function readHeader(compact: string): ReturnType<typeof decodeProtectedHeader> {
  try {
    return decodeProtectedHeader(compact);
  } catch (error) {
    throw new ProtocolFailure('malformed', 'jws', String(error));
  }
}

async function verifiedPayload(compact: string, key: CryptoKey): Promise<Record<string, unknown>> {
  let text: string;
  try {
    text = new TextDecoder().decode((await compactVerify(compact, key, { algorithms: ['ES256'] })).payload);
  } catch (error) {
    throw new ProtocolFailure('untrusted', 'signature', String(error));
  }
  return readObject(text);
}

/** A JSON object, or `malformed`. */
export function readObject(text: string): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new ProtocolFailure('malformed', 'json');
  }
  if (!isObject(value)) throw new ProtocolFailure('malformed', 'json', 'expected an object');
  return value;
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
