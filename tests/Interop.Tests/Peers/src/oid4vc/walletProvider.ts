/** @openid4vc/openid4vci as a wallet provider: attests wallets and the keys in them. */
import { clientAuthenticationClientAttestationJwt, type ClientAuthenticationCallback, type Jwk, type SignJwtCallback } from '@openid4vc/oauth2';
import { Openid4vciWalletProvider } from '@openid4vc/openid4vci';
import { KeyRing } from '../keys.js';
import type { Identity } from '../pki.js';

const lifetimeMilliseconds = 3_600_000;

export class WalletProvider {
  readonly #provider: Openid4vciWalletProvider;
  readonly #signer: { method: 'x5c'; alg: string; x5c: string[] };

  private constructor(certificate: string, signJwt: SignJwtCallback) {
    this.#provider = new Openid4vciWalletProvider({ callbacks: { signJwt } as never });
    this.#signer = { method: 'x5c', alg: 'ES256', x5c: [certificate] };
  }

  static async create({ certificate, secret }: Identity): Promise<WalletProvider> {
    const keys = new KeyRing();
    const signJwt = keys.signing(await keys.add(secret));
    // The library still writes the type of a draft; OpenID4VCI 1.0 Appendix D.1 wants this one.
    const final = ({ typ }: { typ?: string | undefined }) => (typ === 'keyattestation+jwt' ? { typ: 'key-attestation+jwt' } : {});
    return new WalletProvider(certificate, (signer, { header, payload }) => signJwt(signer, { header: { ...header, ...final(header) }, payload }));
  }

  /** An attestation of a wallet instance with this key. */
  attestWallet(clientId: string, jwk: Jwk): Promise<string> {
    return this.#provider.createWalletAttestationJwt({
      clientId,
      issuer: 'https://provider.foreign.example',
      confirmation: { jwk },
      expiresAt: new Date(Date.now() + lifetimeMilliseconds),
      signer: this.#signer,
      walletName: 'Foreign wallet',
      walletLink: 'https://foreign-wallet.example',
    });
  }

  /** An attestation of keys for proofs, for one use with the issuer's nonce. */
  attestKeys(attestedKeys: Jwk[], nonce: string): Promise<string> {
    return this.#provider.createKeyAttestationJwt({
      attestedKeys,
      nonce,
      expiresAt: new Date(Date.now() + lifetimeMilliseconds),
      keyStorage: ['iso_18045_moderate'],
      userAuthentication: ['iso_18045_moderate'],
      signer: this.#signer,
    });
  }
}

/**
 * Authenticates as an attested wallet. The library knows no challenges yet (attestation-based client authentication, section 6.1):
 * one is fetched here, and put into the proof that the library makes.
 */
export function attestedWallet(clientAttestationJwt: string, keys: KeyRing): ClientAuthenticationCallback {
  return async (request) => {
    const challenge = await fetchChallenge(request.authorizationServerMetadata.challenge_endpoint);
    const signJwt: SignJwtCallback = (signer, { header, payload }) => keys.signing()(signer, { header, payload: { ...payload, ...(challenge !== undefined && { challenge }) } });
    await clientAuthenticationClientAttestationJwt({ clientAttestationJwt, callbacks: { signJwt, generateRandom: (length) => crypto.getRandomValues(new Uint8Array(length)) } })(request);
  };
}

async function fetchChallenge(endpoint: unknown): Promise<string | undefined> {
  if (typeof endpoint !== 'string') return undefined;
  const answer = await fetch(endpoint, { method: 'POST' });
  return ((await answer.json()) as { attestation_challenge: string }).attestation_challenge;
}
