/** The way from an accepted offer to checked credentials: token, nonce, proofs, credential request (OpenID4VCI 1.0 sections 6 to 8). */
import { type Jwk, type SignJwtCallback } from '@openid4vc/oauth2';
import type { Openid4vciClient } from '@openid4vc/openid4vci';
import { toBase64Url, utf8 } from './bytes';
import { speaksFor } from './certificates';
import { ProtocolFailure, type Context, type Issuer, type StoredCredential } from './contract';
import { readDisplay } from './display';
import { asFailure, peerErrorCode } from './failures';
import { formatOf, issuerClient, typeOf, type IssuerMetadata } from './issuerMetadata';
import { keptCopy, verifyCopy, type ReceivedCopy } from './receivedCopy';
import { isObject } from './signedToken';
import { limitedFetch, readUrl } from './wire';

export type CredentialOffer = Awaited<ReturnType<Openid4vciClient['resolveCredentialOffer']>>;

interface HolderKey {
  keyId: string;
  jwk: Jwk;
}

/** More copies than this are not asked for, whatever the issuer would give. */
const maximumCopies = 10;

/** One attempt to fetch everything an offer holds. A failed attempt leaves no keys behind. */
export class Issuance {
  readonly #offer: CredentialOffer;
  readonly #metadata: IssuerMetadata;
  readonly #context: Context;
  readonly #client: Openid4vciClient;
  readonly #keyIds = new Map<string, string>();

  constructor(offer: CredentialOffer, metadata: IssuerMetadata, context: Context) {
    this.#offer = offer;
    this.#metadata = metadata;
    this.#context = context;
    this.#client = issuerClient(limitedFetch(context.config), this.#sign);
  }

  /** Keys, token and nonce come at the same time; each costs a round trip or a while of computing. */
  async run(transactionCode?: string): Promise<StoredCredential[]> {
    const ids = this.#offer.credential_configuration_ids;
    const creating = this.#createKeys(this.#batchSize * ids.length);
    try {
      const [accessToken, nonce, keys] = await Promise.all([this.#token(transactionCode), this.#nonce(), creating]);
      const cards: StoredCredential[] = [];
      for (const [index, id] of ids.entries()) {
        const own = keys.slice(index * this.#batchSize, (index + 1) * this.#batchSize);
        cards.push(await this.#card(id, own, accessToken, index === 0 ? nonce : await this.#nonce()));
      }
      const kept = new Set(cards.flatMap((card) => card.copies.map((copy) => copy.keyId)));
      await this.#context.keys.remove(keys.map((key) => key.keyId).filter((keyId) => !kept.has(keyId)));
      return cards;
    } catch (error) {
      await this.#context.keys.remove((await creating.catch(() => [])).map((key) => key.keyId));
      throw error;
    }
  }

  get #batchSize(): number {
    const offered = this.#metadata.credentialIssuer.batch_credential_issuance?.batch_size ?? 1;
    return Math.min(Math.max(1, Math.floor(offered)), maximumCopies);
  }

  async #createKeys(count: number): Promise<HolderKey[]> {
    const created = await this.#context.keys.create(count);
    return created.map(({ keyId, publicJwk: { x, y } }) => {
      const jwk = { kty: 'EC', crv: 'P-256', x: x!, y: y! };
      this.#keyIds.set(thumbprintOf(jwk), keyId);
      return { keyId, jwk };
    });
  }

  async #token(transactionCode: string | undefined): Promise<string> {
    try {
      const { accessTokenResponse } = await this.#client.retrievePreAuthorizedCodeAccessTokenFromOffer({
        credentialOffer: this.#offer,
        issuerMetadata: this.#metadata,
        ...(transactionCode !== undefined && { txCode: transactionCode }),
      });
      return accessTokenResponse.access_token;
    } catch (error) {
      const wrongCode = transactionCode !== undefined && peerErrorCode(error) === 'invalid_grant';
      throw wrongCode ? new ProtocolFailure('wrong-code', 'invalid_grant', asFailure(error).detail) : error;
    }
  }

  async #nonce(): Promise<string | undefined> {
    if (!this.#metadata.credentialIssuer.nonce_endpoint) return undefined;
    return (await this.#client.requestNonce({ issuerMetadata: this.#metadata })).c_nonce;
  }

  async #card(configurationId: string, keys: HolderKey[], accessToken: string, nonce: string | undefined): Promise<StoredCredential> {
    const response = await this.#retrieve(configurationId, keys, accessToken, nonce);
    const notify = (event: 'credential_accepted' | 'credential_failure') => this.#notify(event, response.notification_id, accessToken);
    try {
      const texts = readCredentials(response.credentials, keys.length);
      const { issuers } = this.#context.config.trust;
      const format = formatOf(this.#metadata.knownCredentialConfigurations[configurationId])!;
      const received = await Promise.all(texts.map((text) => verifyCopy(format, text, issuers, this.#context.now())));
      const card = this.#assemble(configurationId, received);
      notify('credential_accepted');
      return card;
    } catch (error) {
      notify('credential_failure');
      throw error;
    }
  }

  /**
   * Once more with a new nonce when the first one is over by the time the proofs are signed (section 8.3.1.2 `invalid_nonce`), or
   * when the answer got lost on the way: the code is used up, but the token still counts, and copies that never arrived are
   * revoked by the issuer.
   */
  async #retrieve(configurationId: string, keys: HolderKey[], accessToken: string, nonce: string | undefined) {
    const request = async (currentNonce: string | undefined) => {
      const jwt = await Promise.all(keys.map((key) => this.#proof(configurationId, key, currentNonce)));
      const { credentialResponse } = await this.#client.retrieveCredentials({
        issuerMetadata: this.#metadata,
        credentialConfigurationId: configurationId,
        accessToken,
        proofs: { jwt },
      });
      return credentialResponse;
    };
    try {
      return await request(nonce);
    } catch (error) {
      if (peerErrorCode(error) !== 'invalid_nonce' && asFailure(error).kind !== 'network') throw error;
      return request(await this.#nonce());
    }
  }

  async #proof(credentialConfigurationId: string, key: HolderKey, nonce: string | undefined): Promise<string> {
    const { jwt } = await this.#client.createCredentialRequestJwtProof({
      issuerMetadata: this.#metadata,
      credentialConfigurationId,
      signer: { method: 'jwk', alg: 'ES256', publicJwk: key.jwk },
      issuedAt: new Date(this.#context.now() * 1000),
      ...(nonce !== undefined && { nonce }),
    });
    return jwt;
  }

  readonly #sign: SignJwtCallback = async (signer, { header, payload }) => {
    const keyId = signer.method === 'jwk' ? this.#keyIds.get(thumbprintOf(signer.publicJwk)) : undefined;
    if (!keyId || signer.method !== 'jwk') throw new TypeError('only the keys of this issuance sign');
    const text = `${toBase64Url(utf8(JSON.stringify(header)))}.${toBase64Url(utf8(JSON.stringify(payload)))}`;
    return { jwt: `${text}.${toBase64Url(await this.#context.keys.sign(keyId, utf8(text)))}`, signerJwk: signer.publicJwk };
  };

  #assemble(configurationId: string, received: ReceivedCopy[]): StoredCredential {
    const configuration = this.#metadata.knownCredentialConfigurations[configurationId];
    const format = formatOf(configuration)!;
    const first = received[0]!;
    for (const copy of received) this.#check(copy, first, typeOf(configuration));
    const copies = received.map((copy) => keptCopy(format, copy, this.#keyOf(copy)));
    if (new Set(copies.map((copy) => copy.keyId)).size < copies.length) throw broken('cnf', 'two copies share a key');
    const ends = received.map(({ validUntil }) => validUntil).filter((end) => end !== undefined);
    return {
      id: crypto.randomUUID(),
      configurationId,
      format,
      vct: first.type as string,
      issuer: this.#issuerOf(first),
      claims: first.claims,
      copies,
      ...(ends.length > 0 && { validUntil: Math.min(...ends) }),
      receivedAt: this.#context.now(),
      display: readDisplay(configuration, configurationId),
    };
  }

  /** The certificate must stand for the issuer that was asked, and every copy must say the same. */
  #check({ leaf, type, namedIssuer, claims, validUntil = Infinity }: ReceivedCopy, first: ReceivedCopy, expectedType: unknown): void {
    const issuer = new URL(this.#metadata.credentialIssuer.credential_issuer);
    if (type !== expectedType) throw broken('vct', 'another type of credential than offered');
    if (namedIssuer !== undefined && readUrl(namedIssuer)?.host !== issuer.host) throw new ProtocolFailure('untrusted', 'iss', 'another issuer');
    if (!speaksFor(leaf, issuer)) throw new ProtocolFailure('untrusted', 'x5c', 'the certificate is for another host');
    if (validUntil <= this.#context.now()) throw broken('exp', 'the credential is over');
    if (canonical(claims) !== canonical(first.claims)) throw broken('claims', 'the copies differ');
  }

  /** Matched by key, never by position: the issuer may answer in any order. */
  #keyOf({ holderKey }: ReceivedCopy): string {
    const keyId = isObject(holderKey) ? this.#keyIds.get(thumbprintOf(holderKey)) : undefined;
    if (!keyId) throw broken('cnf', 'bound to a key that is not ours');
    return keyId;
  }

  #issuerOf({ leaf, anchor }: ReceivedCopy): Issuer {
    const id = this.#metadata.credentialIssuer.credential_issuer;
    const name = leaf.subjectName ?? anchor.name[this.#context.language];
    return { id, host: new URL(id).host, trusted: true, name, demo: anchor.demo };
  }

  /** Section 11: a courtesy to the issuer; the wallet does not wait for it, and a lost notification changes nothing. */
  #notify(event: 'credential_accepted' | 'credential_failure', notificationId: string | undefined, accessToken: string): void {
    if (!notificationId || !this.#metadata.credentialIssuer.notification_endpoint) return;
    const notification = { notificationId, event };
    this.#client.sendNotification({ issuerMetadata: this.#metadata, notification, accessToken }).catch(() => undefined);
  }
}

/** Section 8.3: a non-empty array of objects with the credential inside, never more than there were proofs. */
function readCredentials(credentials: unknown, limit: number): string[] {
  if (credentials === undefined) throw new ProtocolFailure('unsupported', 'deferred', 'the issuer wants to deliver later');
  if (!Array.isArray(credentials) || credentials.length === 0 || credentials.length > limit) throw broken('credentials', 'wrong number');
  return credentials.map((entry: unknown) => {
    const credential = isObject(entry) ? entry.credential : undefined;
    if (typeof credential !== 'string') throw broken('credentials', 'not a text');
    return credential;
  });
}

/** Enough to tell P-256 keys apart; anything else matches none of ours. */
function thumbprintOf({ kty, crv, x, y }: Partial<Record<string, unknown>>): string {
  return JSON.stringify([kty, crv, x, y]);
}

/** Names in one order, so that equal claims give equal texts. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([left], [right]) => (left < right ? -1 : 1))) : inner,
  );
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
