/** @openid4vc/openid4vci, @sd-jwt/sd-jwt-vc and @sd-jwt/jwt-status-list as an issuer that is its own authorization server. */
import { randomInt, randomUUID } from 'node:crypto';
import { authorizationCodeGrantIdentifier, Oauth2ResourceServer, preAuthorizedCodeGrantIdentifier, type CallbackContext, type Jwk, type JwtSigner } from '@openid4vc/oauth2';
import { Openid4vciIssuer, type IssuerMetadataResult } from '@openid4vc/openid4vci';
import { StatusList, createHeaderAndPayload } from '@sd-jwt/jwt-status-list';
import { calculateJwkThumbprint, type JWK } from 'jose';
import { callbacks } from '../callbacks.js';
import { KeyRing } from '../keys.js';
import type { Identity } from '../pki.js';
import { sdJwtIssuer } from '../sdJwtVc.js';
import type { Incoming, PeerServer, Reply } from '../server.js';
import { AuthorizationServer, requestOf, type OpenOffer } from './authorizationServer.js';
import { authorizationServerMetadataFrom, credentialIssuerMetadataFrom, configurationId, vct } from './issuerMetadata.js';

const listSize = 1024;
const lifetimeSeconds = 3600;

/** What the tests want to have offered. */
export interface Wish {
  claims: Record<string, unknown>;
  withTransactionCode?: boolean;
}

/** A link for wallets, and what the person must type. */
export interface Offered {
  link: string;
  transactionCode?: string;
}

interface Offer extends OpenOffer {
  claims: Record<string, unknown>;
}

export class OpenId4VcIssuer {
  readonly #address: string;
  readonly #identity: Identity;
  readonly #keys: KeyRing;
  readonly #signingKey: Jwk;
  readonly #callbacks: CallbackContext;
  readonly #issuer: Openid4vciIssuer;
  readonly #server: AuthorizationServer;
  readonly #offers = new Map<string, Offer>();
  readonly #nonces = new Set<string>();
  readonly #statuses = new StatusList(new Array<number>(listSize).fill(0), 1);
  #issued = 0;

  private constructor(address: string, identity: Identity, keys: KeyRing, signingKey: Jwk, walletProviders: string[]) {
    this.#address = address;
    this.#identity = identity;
    this.#keys = keys;
    this.#signingKey = signingKey;
    this.#callbacks = { ...callbacks(keys, walletProviders), signJwt: keys.signing(signingKey) };
    this.#issuer = new Openid4vciIssuer({ callbacks: this.#callbacks });
    this.#server = new AuthorizationServer(authorizationServerMetadataFrom(address), this.#callbacks, this.#offers);
  }

  /** `walletProviders`: roots of the wallet providers it believes, base64 DER. */
  static async start(server: PeerServer, identity: Identity, walletProviders: string[]): Promise<OpenId4VcIssuer> {
    const path = `/oid4vc-issuers/${randomUUID()}`;
    const keys = new KeyRing();
    const issuer = new OpenId4VcIssuer(`${await server.origin()}${path}`, identity, keys, await keys.add(identity.secret), walletProviders);
    server.on('GET', `/.well-known/openid-credential-issuer${path}`, (request) => issuer.#describe(request));
    server.on('GET', `/.well-known/oauth-authorization-server${path}`, () => ({ body: issuer.#server.metadata }));
    server.on('GET', `${path}/jwks`, () => ({ body: { keys: [{ ...issuer.#signingKey, kid: 'token' }] } }));
    server.on('POST', `${path}/par`, (request) => issuer.#server.push(request));
    server.on('GET', `${path}/authorize`, (request) => issuer.#server.authorize(request));
    server.on('POST', `${path}/token`, (request) => issuer.#server.grantToken(request));
    server.on('POST', `${path}/nonce`, () => issuer.#mintNonce());
    server.on('POST', `${path}/credential`, (request) => issuer.#issue(request));
    server.on('GET', `${path}/statuses`, () => issuer.#publishStatuses());
    return issuer;
  }

  async offer({ claims, withTransactionCode }: Wish): Promise<Offered> {
    const code = randomUUID();
    const transactionCode = withTransactionCode ? String(randomInt(1000, 10_000)) : undefined;
    this.#offers.set(code, { claims, ...(transactionCode !== undefined && { transactionCode }) });
    const { credentialOffer } = await this.#issuer.createCredentialOffer({
      issuerMetadata: this.#metadata,
      credentialConfigurationIds: [configurationId],
      grants: {
        [authorizationCodeGrantIdentifier]: { issuer_state: code },
        [preAuthorizedCodeGrantIdentifier]: {
          'pre-authorized_code': code,
          ...(transactionCode !== undefined && { tx_code: { input_mode: 'numeric', length: transactionCode.length } }),
        },
      },
    });
    return { link: credentialOffer, ...(transactionCode !== undefined && { transactionCode }) };
  }

  /** Revokes everything issued so far. */
  revokeAll(): void {
    for (let index = 0; index < this.#issued; index++) this.#statuses.setStatus(index, 1);
  }

  get #metadata(): IssuerMetadataResult {
    const credentialIssuer = this.#issuer.createCredentialIssuerMetadata(credentialIssuerMetadataFrom(this.#address));
    return {
      originalDraftVersion: undefined as never,
      credentialIssuer,
      authorizationServers: [this.#server.metadata],
      knownCredentialConfigurations: this.#issuer.getKnownCredentialConfigurationsSupported(credentialIssuer),
    };
  }

  /** Signed for whoever asks for that. */
  async #describe({ headers }: Incoming): Promise<Reply> {
    const { credentialIssuer } = this.#metadata;
    if (!headers.get('Accept')?.includes('application/jwt')) return { body: credentialIssuer };
    const signer: JwtSigner = { method: 'x5c', alg: 'ES256', x5c: [this.#identity.certificate] };
    return { type: 'application/jwt', body: await this.#issuer.createSignedCredentialIssuerMetadataJwt({ credentialIssuerMetadata: credentialIssuer, signer }) };
  }

  #mintNonce(): Reply {
    const nonce = randomUUID();
    this.#nonces.add(nonce);
    return { body: this.#issuer.createNonceResponse({ cNonce: nonce }) };
  }

  async #issue(request: Incoming): Promise<Reply> {
    const { tokenPayload } = await new Oauth2ResourceServer({ callbacks: this.#callbacks }).verifyResourceRequest({
      authorizationServers: this.#metadata.authorizationServers,
      request: requestOf(request),
      resourceServer: this.#address,
    });
    const parsed = this.#issuer.parseCredentialRequest({ issuerMetadata: this.#metadata, credentialRequest: JSON.parse(request.body) as Record<string, unknown> });
    const keys = await Promise.all((parsed.proofs?.jwt ?? []).map((jwt) => this.#provedKey(jwt)));
    if (keys.length === 0 || new Set(await Promise.all(keys.map((key) => calculateJwkThumbprint(key)))).size < keys.length) throw new TypeError('no keys, or one twice');
    const { claims } = this.#offers.get(tokenPayload.sub ?? '')!;
    const credentials = await Promise.all(keys.map(async (key) => ({ credential: await this.#sign(claims, key) })));
    return { body: this.#issuer.createCredentialResponse({ credentialRequest: parsed, credentials }) };
  }

  async #provedKey(jwt: string): Promise<JWK> {
    const { nonce } = JSON.parse(Buffer.from(jwt.split('.')[1]!, 'base64url').toString()) as { nonce: string };
    const { signer } = await this.#issuer.verifyCredentialRequestJwtProof({
      issuerMetadata: this.#metadata,
      jwt,
      expectedNonce: this.#nonces.has(nonce) ? nonce : randomUUID(),
    });
    return signer.publicJwk as JWK;
  }

  async #sign(claims: Record<string, unknown>, { kty, crv, x, y }: JWK): Promise<string> {
    const now = Math.floor(Date.now() / 1000);
    return sdJwtIssuer(this.#keys, this.#signingKey as JWK).issue(
      {
        ...claims,
        iss: this.#address,
        vct,
        iat: now,
        exp: now + lifetimeSeconds,
        cnf: { jwk: { kty, crv, x, y } },
        status: { status_list: { uri: `${this.#address}/statuses`, idx: this.#issued++ } },
      } as never,
      { _sd: Object.keys(claims) } as never,
      { header: { x5c: [this.#identity.certificate] } },
    );
  }

  async #publishStatuses(): Promise<Reply> {
    const now = Math.floor(Date.now() / 1000);
    const { header, payload } = createHeaderAndPayload(
      this.#statuses,
      { iss: this.#address, sub: `${this.#address}/statuses`, iat: now, exp: now + lifetimeSeconds, ttl: 1 } as never,
      { alg: 'ES256', typ: 'statuslist+jwt', x5c: [this.#identity.certificate] },
    );
    return { type: 'application/statuslist+jwt', body: await this.#keys.sign(this.#signingKey as JWK, header, payload) };
  }
}
