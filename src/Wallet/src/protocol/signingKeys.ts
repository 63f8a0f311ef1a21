import type { Jwk, SignJwtCallback } from '@openid4vc/oauth2';
import { toBase64Url, utf8 } from './bytes';
import type { KeptKey, KeyVault } from './contract';

/** A key of the vault with its public half. */
export interface HolderKey {
  keyId: string;
  jwk: { kty: 'EC'; crv: 'P-256'; x: string; y: string };
}

/** A key as it is kept, as the work with it wants it. */
export function holderKey({ keyId, publicJwk: { x, y } }: KeptKey): HolderKey {
  return { keyId, jwk: { kty: 'EC', crv: 'P-256', x: x!, y: y! } };
}

/** The keys of one piece of work: found by their public halves, the only ones that sign in its name. */
export class SigningKeys {
  readonly #vault: KeyVault;
  readonly #keyIds = new Map<string, string>();
  readonly #own: HolderKey[] = [];

  constructor(vault: KeyVault) {
    this.#vault = vault;
  }

  async create(count: number): Promise<HolderKey[]> {
    const created = await this.#vault.create(count);
    return created.map((key) => this.adopt(holderKey(key)));
  }

  /** Takes up a key that was made earlier for this work: it goes with the others. */
  adopt(key: HolderKey): HolderKey {
    this.#own.push(key);
    return this.lend(key);
  }

  /** Takes up a key that stays whatever becomes of this work. */
  lend(key: HolderKey): HolderKey {
    this.#keyIds.set(identityOf(key.jwk), key.keyId);
    return key;
  }

  /** Removes all its keys but these. */
  removeOthers(kept: Iterable<string>): Promise<void> {
    const stay = new Set(kept);
    return this.#vault.remove(this.#own.map(({ keyId }) => keyId).filter((keyId) => !stay.has(keyId)));
  }

  keyIdOf(jwk: Partial<Record<string, unknown>>): string | undefined {
    return this.#keyIds.get(identityOf(jwk));
  }

  /** For the libraries: a compact JWS by the key they name. */
  readonly sign: SignJwtCallback = async (signer, { header, payload }) => {
    if (signer.method !== 'jwk') throw new TypeError('only keys of the wallet sign');
    return { jwt: await this.signToken(signer.publicJwk, header, payload), signerJwk: signer.publicJwk };
  };

  async signToken(jwk: Jwk, header: object, payload: object): Promise<string> {
    const keyId = this.keyIdOf(jwk);
    if (!keyId) throw new TypeError('only the keys of this piece of work sign');
    const text = `${toBase64Url(utf8(JSON.stringify(header)))}.${toBase64Url(utf8(JSON.stringify(payload)))}`;
    return `${text}.${toBase64Url(await this.#vault.sign(keyId, utf8(text)))}`;
  }
}

/** Enough to tell P-256 keys apart; anything else matches none of ours. */
function identityOf({ kty, crv, x, y }: Partial<Record<string, unknown>>): string {
  return JSON.stringify([kty, crv, x, y]);
}
