import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import { createHash } from 'node:crypto';
import { toBase45 } from '../src/base45';
import { phonePrefix } from '../src/phoneCodes';
import type { PermitSigner, PermitSigning } from '../src/phonePresentation';

/** What a wallet made of a permit (`src/Wallet/tests/offlinePresentation.test.ts` reads the same file), and the town that issued it. */
export const vectors = JSON.parse(readFileSync(new URL('phonePresentation.vectors.json', import.meta.url), 'utf8')) as {
  ags: string;
  permitType: string;
  now: number;
  signer: PermitSigner;
  foreign: JsonWebKey;
  codes: string[];
  shown: object;
};
export const signing: PermitSigning = { ags: vectors.ags, permitType: vectors.permitType, signers: [vectors.signer] };

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;
const day = 86_400_000;

/** A town and a phone that can be told to do one thing wrong. Days and moments as in the vectors. */
export class PhoneMaker {
  readonly #issuer: CryptoKeyPair;
  readonly #holder: CryptoKeyPair;
  readonly signer: PermitSigner;
  readonly #holderJwk: JsonWebKey;

  private constructor(issuer: CryptoKeyPair, holder: CryptoKeyPair, key: JsonWebKey, holderJwk: JsonWebKey) {
    [this.#issuer, this.#holder, this.#holderJwk] = [issuer, holder, holderJwk];
    this.signer = { header: text({ alg: 'ES256', typ: 'dc+sd-jwt', x5c: [key.x] }), key, until: vectors.now + 365 * day };
  }

  static async create(): Promise<PhoneMaker> {
    const [issuer, holder] = await Promise.all([1, 2].map(() => crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify'])));
    const [key, jwk] = await Promise.all([issuer!, holder!].map(({ publicKey }) => crypto.subtle.exportKey('jwk', publicKey)));
    return new PhoneMaker(issuer!, holder!, key!, jwk!);
  }

  get signing(): PermitSigning {
    return { ...signing, signers: [this.signer] };
  }

  /** The whole in one code. */
  async show(bend: Bend = {}): Promise<string> {
    const claims = { plate: 'GE-AB 123', zone: 'P', valid_from: '2026-11-24', valid_until: '2027-11-23', ...bend.claims };
    const disclosures = [...Object.entries(claims).map(([name, value], at) => JSON.stringify([`salt-${at}`, name, value])), ...(bend.unsigned ?? [])];
    const digests = disclosures.slice(0, Object.keys(claims).length).map(plain => digest(url(plain)));
    const at = bend.at ?? vectors.now;
    const payload = {
      iss: 'https://town.example/issuers/town', vct: vectors.permitType, iat: (vectors.now - day) / 1000, exp: (vectors.now + 90 * day) / 1000,
      _sd: [...digests, digest('decoy')], _sd_alg: 'sha-256', cnf: { jwk: this.#holderJwk }, ...bend.payload,
    };
    const plain = JSON.stringify(payload);
    const jwt = `${this.signer.header}.${url(plain)}`;
    const signature = await sign(this.#issuer.privateKey, jwt);
    const presented = [`${jwt}.${url(signature)}`, ...disclosures.map(url), ''].join('~');
    const binding = { iat: at / 1000, aud: `urn:modellstadt:wardens:${vectors.ags}`, nonce: String(at / 1000), sd_hash: digest(presented), ...bend.binding };
    const bound = await sign((bend.signedBy ?? this.#holder).privateKey, `${text({ alg: 'ES256', typ: 'kb+jwt' })}.${text(binding)}`);
    const time = Buffer.alloc(4);
    time.writeUInt32BE((bend.writtenAt ?? at) / 1000);
    const header = createHash('sha256').update(this.signer.header).digest().subarray(0, 8);
    return asCode(Buffer.concat([header, time, bound, signature, deflateRawSync([bend.written ?? plain, ...disclosures, ...(bend.repeated ?? [])].join('\0') + (bend.padding ?? ''))]));
  }
}

/** The one thing that is wrong. */
export interface Bend {
  claims?: Record<string, unknown>;
  /** Disclosures that the town has not signed. */
  unsigned?: string[];
  repeated?: string[];
  payload?: object;
  /** The payload as it travels, in the place of the one that was signed. */
  written?: string;
  padding?: string;
  binding?: object;
  signedBy?: CryptoKeyPair;
  /** When the phone signed, and when it says so. */
  at?: number;
  writtenAt?: number;
}

/** Bytes as one code, under their own name. */
export const asCode = (whole: Buffer): string =>
  phonePrefix + toBase45(Buffer.concat([Buffer.of(1), createHash('sha256').update(whole).digest().subarray(0, 4), whole]));

const url = (bytes: Uint8Array | string): string => Buffer.from(bytes as Uint8Array).toString('base64url');
const text = (value: object): string => url(JSON.stringify(value));
const digest = (of: string): string => createHash('sha256').update(of).digest('base64url');
const sign = async (key: CryptoKey, signed: string): Promise<Buffer> => Buffer.from(await crypto.subtle.sign(ecdsa, key, Buffer.from(signed)));
