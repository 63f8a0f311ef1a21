/** Encrypted credential requests and responses (OpenID4VCI 1.0 section 10): ECDH-ES on P-256 with AES-GCM, no compression. */
import { CompactEncrypt, compactDecrypt, importJWK } from 'jose';
import { utf8 } from './bytes';
import { ProtocolFailure } from './contract';
import { isObject, readObject } from './signedToken';

type Json = Record<string, unknown>;

const keyAgreement = 'ECDH-ES';
/** Best first. */
const contentEncryptions = ['A256GCM', 'A128GCM'];

/** What an issuer's metadata say about encryption, as far as this wallet uses it. */
export interface EncryptionPlan {
  /** Key and `enc` for requests. */
  request: { jwk: Json; enc: string };
  /** `enc` for the answer, when it is to be encrypted as well. */
  response: string | undefined;
}

/**
 * Encryption where the issuer demands it; TLS protects the rest. A response can be encrypted only to an encrypted request (section 8.2).
 *
 * @throws ProtocolFailure `unsupported` when it demands what this wallet cannot do
 */
export function planEncryption({ credential_request_encryption: requests, credential_response_encryption: responses }: Json): EncryptionPlan | undefined {
  const response = isObject(responses) && responses.encryption_required === true ? chooseResponse(responses) : undefined;
  const required = isObject(requests) && requests.encryption_required === true;
  return response !== undefined || required ? { request: chooseKey(requests), response } : undefined;
}

/** The key of one exchange, for the answer alone. */
export async function newResponseKey(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, false, ['deriveBits']);
}

/** `credential_response_encryption` of a request (section 8.2). */
export async function responseEncryption(key: CryptoKeyPair, enc: string): Promise<Json> {
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', key.publicKey);
  return { jwk: { kty, crv, x, y, use: 'enc', alg: keyAgreement, kid: 'response' }, enc };
}

export async function encryptRequest(message: Json, { jwk, enc }: EncryptionPlan['request']): Promise<string> {
  const { kty, crv, x, y, kid } = jwk;
  return new CompactEncrypt(utf8(JSON.stringify(message)))
    .setProtectedHeader({ alg: keyAgreement, enc, ...(typeof kid === 'string' && { kid }) })
    .encrypt(await importJWK({ kty, crv, x, y } as Parameters<typeof importJWK>[0], keyAgreement));
}

/** Only what was asked for: this key, this `enc`, and nothing compressed (the library reads no `zip`). */
export async function decryptResponse(text: string, key: CryptoKeyPair, enc: string): Promise<Json> {
  let plain: Uint8Array;
  try {
    const options = { keyManagementAlgorithms: [keyAgreement], contentEncryptionAlgorithms: [enc] };
    plain = (await compactDecrypt(text, key.privateKey, options)).plaintext;
  } catch (error) {
    throw new ProtocolFailure('malformed', 'jwe', String(error));
  }
  return readObject(new TextDecoder().decode(plain));
}

function chooseResponse({ alg_values_supported: algorithms, enc_values_supported: encryptions }: Json): string {
  const enc = chooseContent(encryptions);
  if (!enc || !Array.isArray(algorithms) || !algorithms.includes(keyAgreement)) throw impossible('no way to encrypt the answer');
  return enc;
}

function chooseKey(requests: unknown): EncryptionPlan['request'] {
  const { jwks, enc_values_supported: encryptions } = isObject(requests) ? requests : {};
  const keys = isObject(jwks) && Array.isArray(jwks.keys) ? jwks.keys.filter(isObject) : [];
  const jwk = keys.find(({ kty, crv, use = 'enc', alg, x, y }) =>
    kty === 'EC' && crv === 'P-256' && use === 'enc' && alg === keyAgreement && typeof x === 'string' && typeof y === 'string');
  const enc = chooseContent(encryptions);
  if (!jwk || !enc) throw impossible('no way to encrypt the request');
  return { jwk, enc };
}

function chooseContent(offered: unknown): string | undefined {
  return contentEncryptions.find((name) => Array.isArray(offered) && offered.includes(name));
}

function impossible(detail: string): ProtocolFailure {
  return new ProtocolFailure('unsupported', 'encryption', detail);
}
