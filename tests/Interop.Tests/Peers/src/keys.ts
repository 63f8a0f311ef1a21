/** ES256 keys in memory, found again by their public part, and JWTs signed with them (jose). */
import { CompactSign, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, type CryptoKey, type JWK } from 'jose';
import type { Jwk, SignJwtCallback } from '@openid4vc/oauth2';

export class KeyRing {
  readonly #keys = new Map<string, CryptoKey>();

  /** A new key; the ring keeps the secret half. */
  async create(): Promise<Jwk> {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const jwk = await exportJWK(publicKey);
    this.#keys.set(await calculateJwkThumbprint(jwk), privateKey);
    return jwk as Jwk;
  }

  /** Takes a key made elsewhere. */
  async add(secret: JWK): Promise<Jwk> {
    const { kty, crv, x, y } = secret as Required<JWK>;
    const jwk = { kty, crv, x, y };
    this.#keys.set(await calculateJwkThumbprint(jwk), (await importJWK(secret, 'ES256')) as CryptoKey);
    return jwk;
  }

  async sign(jwk: JWK, header: object, payload: object): Promise<string> {
    const key = this.#keys.get(await calculateJwkThumbprint(jwk));
    if (!key) throw new TypeError('not a key of this ring');
    return new CompactSign(Buffer.from(JSON.stringify(payload))).setProtectedHeader(header as { alg: string }).sign(key);
  }

  /** Signs what the OpenID4VC libraries hand over; `x5c` signers are found by the key of their first certificate. */
  signing(leafKey?: Jwk): SignJwtCallback {
    return async (signer, { header, payload }) => {
      const jwk = signer.method === 'jwk' ? signer.publicJwk : leafKey;
      if (!jwk) throw new TypeError(`cannot sign as ${signer.method}`);
      return { jwt: await this.sign(jwk as JWK, header, payload), signerJwk: jwk };
    };
  }
}
