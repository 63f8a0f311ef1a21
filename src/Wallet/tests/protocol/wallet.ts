import type { Anchor, Context, Copy, KeyVault, StoredCredential, WalletProvider } from '../../src/protocol/contract';
import { copyToShow } from '../../src/protocol/copies';
import { newKeys, signBytes } from './certificateAuthority';

export const portal = 'http://town.test';

/** A wallet without screens: keys and cards in memory, a clock that a test may turn. */
export class MemoryWallet implements Context {
  readonly config: Context['config'];
  readonly origin = 'http://wallet.test';
  provider?: WalletProvider;
  readonly language = 'de';
  readonly #signers = new Map<string, string>();
  readonly cards: StoredCredential[] = [];
  time: number;
  readonly #keys = new Map<string, CryptoKeyPair>();

  constructor(issuers: Anchor[], verifiers: Anchor[], time: number, registrars: Anchor[] = []) {
    this.time = time;
    this.config = {
      town: { ags: '05513000', name: 'Gelsenkirchen', portal },
      demo: true,
      insecureHttpAllowed: true,
      trust: { issuers, verifiers, registrars },
    };
  }

  readonly signers = {
    of: async (issuer: string) => this.#signers.get(issuer),
    keep: async (issuer: string, anchor: string) => void this.#signers.set(issuer, anchor),
  };

  readonly keys: KeyVault = {
    create: (count) =>
      Promise.all(
        Array.from({ length: count }, async () => {
          const pair = await newKeys();
          const keyId = crypto.randomUUID();
          this.#keys.set(keyId, pair);
          return { keyId, publicJwk: await crypto.subtle.exportKey('jwk', pair.publicKey) };
        }),
      ),
    sign: async (keyId, data) => signBytes(this.#keys.get(keyId)!.privateKey, new Uint8Array(data)),
    remove: async (keyIds) => keyIds.forEach((keyId) => this.#keys.delete(keyId)),
  };

  get keyCount(): number {
    return this.#keys.size;
  }

  publicKey(keyId: string): CryptoKey {
    return this.#keys.get(keyId)!.publicKey;
  }

  credentials(): Promise<StoredCredential[]> {
    return Promise.resolve(this.cards);
  }

  /** Like the real one, but for who waits for whom. */
  async takeCopy(card: StoredCredential): Promise<Copy | undefined> {
    const copy = copyToShow(this.cards.find(({ id }) => id === card.id)?.copies ?? []);
    const before = copy && { ...copy };
    if (copy) copy.used = true;
    return before;
  }

  now(): number {
    return this.time;
  }
}
