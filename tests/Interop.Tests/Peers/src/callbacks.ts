/** What the libraries of @openid4vc leave to their user: HTTP, hashing, randomness, signatures and encryption (jose). */
import { createHash, randomBytes } from 'node:crypto';
import { CompactEncrypt, compactDecrypt, compactVerify, importJWK, type JWK } from 'jose';
import { clientAuthenticationAnonymous, type CallbackContext, type DecryptJweCallback, type EncryptJweCallback, type Jwk, type VerifyJwtCallback } from '@openid4vc/oauth2';
import { KeyRing } from './keys.js';
import { keyOfChain, namesOf } from './trust.js';

/** The libraries read signed metadata of issuers, but do not ask for them. */
export const fetchSigned: typeof fetch = (input, init) => {
  const aboutIssuer = String(input instanceof Request ? input.url : input).includes('/.well-known/openid-credential-issuer');
  return fetch(input, aboutIssuer ? { ...init, headers: { Accept: 'application/jwt, application/json;q=0.5' } } : init);
};

/** All of them; `secrets` are keys to decrypt with. */
export function callbacks(keys: KeyRing, anchors: string[], secrets: JWK[] = []): CallbackContext {
  return {
    fetch: fetchSigned,
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
