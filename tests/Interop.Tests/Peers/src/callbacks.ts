/** What the libraries of @openid4vc leave to their user: HTTP, hashing, randomness, signatures and encryption (jose). */
import { createHash, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, compactVerify, importJWK, type JWK } from 'jose';
import { clientAuthenticationAnonymous, type CallbackContext, type DecryptJweCallback, type EncryptJweCallback, type Jwk, type VerifyJwtCallback } from '@openid4vc/oauth2';
import { KeyRing } from './keys.js';
import { keyOfChain, namesOf } from './trust.js';

/**
 * HTTP with two things that version 0.4.6 of the libraries lacks: they read signed metadata of issuers, but do not ask for them; and they
 * refuse a deferred credential response that has credentials and a notification_id, which OpenID4VCI 1.0 section 9.2 allows.
 */
export const fetchForLibraries: typeof fetch = async (input, init) => {
  const address = String(input instanceof Request ? input.url : input);
  if (address.includes('/.well-known/openid-credential-issuer')) return fetch(input, { ...init, headers: { Accept: 'application/jwt, application/json;q=0.5' } });
  const answer = await fetch(input, init);
  if (!address.endsWith('/deferred') || !answer.ok) return answer;
  const { notification_id: _, ...rest } = (await answer.json()) as { notification_id?: string };
  return Response.json(rest, { status: answer.status });
};

/** All of them; `secrets` are keys to decrypt with. */
export function callbacks(keys: KeyRing, anchors: string[], secrets: JWK[] = []): CallbackContext {
  return {
    fetch: fetchForLibraries,
    hash: (bytes, algorithm) => createHash(algorithm.replace('-', '')).update(bytes).digest(),
    generateRandom: (length) => randomBytes(length),
    clientAuthentication: clientAuthenticationAnonymous(),
    signJwt: keys.signing(),
    verifyJwt: verifying(anchors),
    encryptJwe,
    decryptJwe: decrypting(secrets),
    getX509CertificateMetadata: namesOf,
  };
}

/** A signature counts with a chain to an anchor, or with the key that the message names where its specification lets it. */
export function verifying(anchors: string[]): VerifyJwtCallback {
  return async (signer, { compact }) => {
    const jwk = signer.method === 'x5c' ? keyOfChain(signer.x5c, anchors) : signer.method === 'jwk' ? (signer.publicJwk as JWK) : undefined;
    if (!jwk) return { verified: false };
    await compactVerify(compact, await importJWK(jwk, 'ES256'), { algorithms: ['ES256'] });
    return { verified: true, signerJwk: jwk as Jwk };
  };
}

const encryptJwe: EncryptJweCallback = async ({ publicJwk, alg, enc, apu, apv }, text) => {
  const jwe = await new CompactEncrypt(Buffer.from(text))
    .setProtectedHeader({ alg, enc, ...(publicJwk.kid !== undefined && { kid: publicJwk.kid }) })
    .setKeyManagementParameters({ ...(apu && { apu: Buffer.from(apu, 'base64url') }), ...(apv && { apv: Buffer.from(apv, 'base64url') }) })
    .encrypt(await importJWK(publicJwk as JWK, alg));
  return { jwe, encryptionJwk: publicJwk };
};

function decrypting(secrets: JWK[]): DecryptJweCallback {
  return async (jwe, options) => {
    const secret = secrets.find(({ x }) => options?.jwk === undefined || x === options.jwk.x);
    if (!secret) return { decrypted: false };
    const { plaintext } = await compactDecrypt(jwe, await importJWK(secret, 'ECDH-ES'));
    return { decrypted: true, decryptionJwk: secret as Jwk, payload: Buffer.from(plaintext).toString() };
  };
}
