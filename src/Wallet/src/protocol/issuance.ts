/** The way from an accepted offer to checked credentials: token, nonce, proofs, credential request (OpenID4VCI 1.0 sections 6 to 8). */
import { Assembly } from './assembly';
import { AuthorizationServer } from './authorizationServer';
import { ProtocolFailure, type Access, type Context, type Issued, type PendingAuthorization, type StoredCredential, type WaitingCredential } from './contract';
import { CredentialEndpoint, type Delivery } from './credentialEndpoint';
import { readDisplay } from './display';
import { asFailure, peerErrorCode } from './failures';
import { issuerBeforeItsCertificate } from './issuer';
import { issuerClient, type KnownIssuer } from './issuerMetadata';
import { proveKeys } from './keyProofs';
import { speaksForServer } from './serverNonces';
import { holderKey, SigningKeys, type HolderKey } from './signingKeys';
import { limitedFetch } from './wire';

/** More copies than this are not asked for, whatever the issuer would give. */
const maximumCopies = 10;

const tokenIsOver: (string | undefined)[] = ['invalid_token', 'http_401'];

export function batchSizeOf({ metadata }: KnownIssuer): number {
  const offered = metadata.credentialIssuer.batch_credential_issuance?.batch_size ?? 1;
  return Math.min(Math.max(1, Math.floor(offered)), maximumCopies);
}

/** One attempt to fetch credentials of one issuer. A failed attempt leaves no keys behind. */
export class Issuance {
  readonly server: AuthorizationServer;
  readonly keys: SigningKeys;
  readonly #known: KnownIssuer;
  readonly #context: Context;
  readonly #assembly: Assembly;
  readonly #tokenKeys: string[] = [];
  /** Notifications under way; nobody waits for them (section 11). */
  readonly #told: Promise<void>[] = [];

  /** `serverId`: which of the issuer's authorization servers; the first when it does not say. */
  constructor(known: KnownIssuer, context: Context, serverId: string | undefined) {
    this.#known = known;
    this.#context = context;
    this.keys = new SigningKeys(context.keys);
    this.server = new AuthorizationServer(chooseServer(known, serverId), context, this.keys);
    const { trusted } = issuerBeforeItsCertificate(known, context);
    this.#assembly = new Assembly(known.metadata, context, this.keys, !trusted);
  }

  redeemOffer(configurationIds: string[], code: string, transactionCode: string | undefined): Promise<Issued> {
    return this.#run(configurationIds, () => this.#redeemOffer(code, transactionCode));
  }

  redeemCode(pending: PendingAuthorization, code: string): Promise<Issued> {
    return this.#run(pending.configurationIds, () => this.server.redeemCode(code, pending));
  }

  /** Asks for a credential the issuer was still making. */
  async askAgain(waiting: WaitingCredential): Promise<Issued> {
    for (const key of waiting.keys) this.keys.adopt(holderKey(key));
    const { dpop } = waiting.access;
    if (dpop) this.#tokenKeys.push(this.keys.adopt(holderKey(dpop)).keyId);
    const { delivery, access, endpoint } = await this.#deferred(waiting, waiting.access);
    if (delivery.kind === 'now') return this.#collect(delivery, { ...waiting, access }, endpoint);
    const { transactionId, interval } = delivery;
    return { cards: [], waiting: [{ ...waiting, access, transactionId, interval, askAgainAt: this.#context.now() + interval }] };
  }

  /** Fresh copies of a card on new keys, without the person. */
  async refill(card: StoredCredential): Promise<StoredCredential> {
    const { renewal } = card;
    if (!renewal) throw new ProtocolFailure('unsupported', 'refresh_token');
    const { cards } = await this.#run([card.configurationId], () => this.server.refresh(renewal));
    if (!cards[0]) throw new ProtocolFailure('unsupported', 'deferred', 'fresh copies are not ready');
    return cards[0];
  }

  /** Under a fresh token: the one of the issuance is long over. */
  async tellDeleted({ notificationId }: StoredCredential, renewal: Access): Promise<void> {
    if (notificationId === undefined) return;
    const access = await this.server.refresh(renewal);
    await new CredentialEndpoint(this.#known.metadata, this.server, access).notify(notificationId, 'credential_deleted');
  }

  /**
   * Keys, token and nonce come at the same time; each costs a round trip or a while of computing. Only a server whose DPoP nonce is not
   * known yet is asked for the token after the nonce, whose answer may bring it (section 7.2): a refused first request costs as much.
   */
  async #run(configurationIds: string[], getAccess: () => Promise<Access>): Promise<Issued> {
    const batch = batchSizeOf(this.#known);
    const creating = this.keys.create(batch * configurationIds.length);
    try {
      const asked = this.#nonce();
      const [access, nonce, holderKeys] = await Promise.all([this.server.wantsNonce ? asked.then(getAccess) : getAccess(), asked, creating]);
      const issued: Issued = { cards: [], waiting: [] };
      if (access.dpop) this.#tokenKeys.push(access.dpop.keyId);
      const endpoint = new CredentialEndpoint(this.#known.metadata, this.server, access);
      for (const [index, id] of configurationIds.entries()) {
        const own = holderKeys.slice(index * batch, (index + 1) * batch);
        const delivery = await this.#request(endpoint, id, own, access, index === 0 ? nonce : await this.#nonce());
        if (delivery.kind === 'later') issued.waiting.push(this.#waiting(id, delivery, own, access));
        else issued.cards.push(await this.#card(id, delivery, endpoint, access));
      }
      await this.#cleanUp(keysOf(issued));
      return issued;
    } catch (error) {
      await creating.catch(() => undefined);
      await this.#cleanUp([]);
      throw error;
    }
  }

  /** Under a fresh token when the first is over by now. Without a line the keys stay for the next time; a refusal is the end. */
  async #deferred(waiting: WaitingCredential, access: Access): Promise<{ delivery: Delivery; access: Access; endpoint: CredentialEndpoint }> {
    const endpoint = new CredentialEndpoint(this.#known.metadata, this.server, access);
    try {
      return { delivery: await endpoint.fetchDeferred(waiting.transactionId, waiting.keys.length), access, endpoint };
    } catch (error) {
      const over = access === waiting.access && access.refreshToken !== undefined && tokenIsOver.includes(peerErrorCode(error));
      if (over) return this.#deferred(waiting, await this.server.refresh(access));
      if (asFailure(error).kind !== 'network') await this.#cleanUp([]);
      throw error;
    }
  }

  async #collect(delivery: Extract<Delivery, { kind: 'now' }>, { configurationId, access }: WaitingCredential, endpoint: CredentialEndpoint): Promise<Issued> {
    try {
      const issued = { cards: [await this.#card(configurationId, delivery, endpoint, access)], waiting: [] };
      await this.#cleanUp(keysOf(issued));
      return issued;
    } catch (error) {
      await this.#cleanUp([]);
      throw error;
    }
  }

  /** Removes keys nobody needs: the holder's at once, the token's when the issuer has been told what became of its credentials. */
  async #cleanUp(kept: string[]): Promise<void> {
    await this.keys.removeOthers([...kept, ...this.#tokenKeys]);
    if (this.#told.length === 0) await this.keys.removeOthers(kept);
    else void Promise.all(this.#told).then(() => this.keys.removeOthers(kept));
  }

  async #redeemOffer(code: string, transactionCode: string | undefined): Promise<Access> {
    try {
      return await this.server.redeemOffer(code, transactionCode, await this.server.newTokenKey());
    } catch (error) {
      const wrongCode = transactionCode !== undefined && peerErrorCode(error) === 'invalid_grant';
      throw wrongCode ? new ProtocolFailure('wrong-code', 'invalid_grant', asFailure(error).detail) : error;
    }
  }

  async #nonce(): Promise<string | undefined> {
    const issuerMetadata = this.#known.metadata;
    if (!issuerMetadata.credentialIssuer.nonce_endpoint) return undefined;
    const fetch = limitedFetch(this.#context.config);
    const sameServer = speaksForServer(issuerMetadata.credentialIssuer.nonce_endpoint, this.server.metadata.issuer);
    return (await issuerClient(sameServer ? this.server.listening(fetch) : fetch).requestNonce({ issuerMetadata })).c_nonce;
  }

  /**
   * Once more with a new nonce when the first one is over by the time the proofs are signed (section 8.3.1.2 `invalid_nonce`), or
   * when the answer got lost on the way: the code is used up, but the token still counts, and copies that never arrived are
   * revoked by the issuer.
   */
  async #request(endpoint: CredentialEndpoint, id: string, keys: HolderKey[], access: Access, nonce: string | undefined): Promise<Delivery> {
    const request = async (currentNonce: string | undefined) => {
      const proofs = await proveKeys(this.#known.metadata, id, keys, currentNonce, access, this.keys, this.#context);
      return endpoint.fetch(id, proofs, keys.length);
    };
    try {
      return await request(nonce);
    } catch (error) {
      if (peerErrorCode(error) !== 'invalid_nonce' && asFailure(error).kind !== 'network') throw error;
      return request(await this.#nonce());
    }
  }

  async #card(id: string, delivery: Extract<Delivery, { kind: 'now' }>, endpoint: CredentialEndpoint, access: Access): Promise<StoredCredential> {
    const { credentials, notificationId } = delivery;
    try {
      const card = await this.#assembly.card(id, credentials);
      this.#told.push(endpoint.notify(notificationId, 'credential_accepted'));
      return {
        ...card,
        ...(notificationId !== undefined && { notificationId }),
        ...(access.refreshToken !== undefined && { renewal: access }),
      };
    } catch (error) {
      this.#told.push(endpoint.notify(notificationId, 'credential_failure'));
      throw error;
    }
  }

  #waiting(configurationId: string, { transactionId, interval }: Extract<Delivery, { kind: 'later' }>, keys: HolderKey[], access: Access): WaitingCredential {
    const now = this.#context.now();
    return {
      id: crypto.randomUUID(),
      issuer: issuerBeforeItsCertificate(this.#known, this.#context),
      configurationId,
      title: readDisplay(this.#known.metadata.knownCredentialConfigurations[configurationId], configurationId).title,
      transactionId,
      interval,
      askAgainAt: now + interval,
      since: now,
      keys: keys.map(({ keyId, jwk }) => ({ keyId, publicJwk: jwk })),
      access,
    };
  }
}

/** The keys that what was issued still needs. */
function keysOf({ cards, waiting }: Issued): string[] {
  const access = [...cards.map((card) => card.renewal), ...waiting.map((one) => one.access)];
  const holder = [...cards.flatMap((card) => card.copies), ...waiting.flatMap((one) => one.keys)];
  return [...holder.map(({ keyId }) => keyId), ...access.flatMap((one) => one?.dpop?.keyId ?? [])];
}

function chooseServer({ metadata }: KnownIssuer, id: string | undefined) {
  const server = id === undefined ? metadata.authorizationServers[0] : metadata.authorizationServers.find(({ issuer }) => issuer === id);
  if (!server) throw new ProtocolFailure('malformed', 'authorization_server', id);
  return server;
}
