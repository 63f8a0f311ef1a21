import { jwtVerify, SignJWT, type JWK } from 'jose';
import type { KeptKey, KeyVault, WalletAttestation, WalletProvider } from '../../src/protocol/contract';
import { newKeys } from './certificateAuthority';

/** A wallet provider in memory: attests every wallet under the same name, and keys with the issuer's nonce. */
export class TestProvider implements WalletProvider {
  readonly clientId = 'http://wallet.test/provider';
  attested = 0;
  readonly #keys: CryptoKeyPair;
  readonly #vault: KeyVault;
  #instance: WalletAttestation | undefined;

  private constructor(keys: CryptoKeyPair, vault: KeyVault) {
    this.#keys = keys;
    this.#vault = vault;
  }

  static async create(vault: KeyVault): Promise<TestProvider> {
    return new TestProvider(await newKeys(), vault);
  }

  async attestation(_server: string, fresh: boolean): Promise<WalletAttestation> {
    if (this.#instance && !fresh) return this.#instance;
    this.attested++;
    const key = this.#instance?.key ?? (await this.#vault.create(1))[0]!;
    const jwt = await new SignJWT({ iss: 'http://wallet.test', sub: this.clientId, cnf: { jwk: key.publicJwk } })
      .setProtectedHeader({ alg: 'ES256', typ: 'oauth-client-attestation+jwt' })
      .setExpirationTime('9 years')
      .sign(this.#keys.privateKey);
    return (this.#instance = { jwt, clientId: this.clientId, key });
  }

  attestKeys(keys: KeptKey[], nonce: string | undefined): Promise<string> {
    return new SignJWT({ attested_keys: keys.map(({ publicJwk }) => publicJwk), nonce }).setProtectedHeader({ alg: 'ES256', typ: 'key-attestation+jwt' }).setIssuedAt().sign(this.#keys.privateKey);
  }

  /** What a server reads out of an attestation. */
  async instanceKey(attestation: string): Promise<JWK> {
    const { payload } = await jwtVerify(attestation, this.#keys.publicKey, { typ: 'oauth-client-attestation+jwt' });
    return (payload.cnf as { jwk: JWK }).jwk;
  }

  async attestedKeys(word: string, nonce: string): Promise<JsonWebKey[]> {
    const { payload } = await jwtVerify(word, this.#keys.publicKey, { typ: 'key-attestation+jwt' });
    if (payload.nonce !== nonce) throw new Error('nonce of the key attestation');
    return payload.attested_keys as JsonWebKey[];
  }
}
