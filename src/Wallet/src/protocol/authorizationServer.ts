/**
 * The wallet's side of an authorization server: RFC 6749, pushed requests (RFC 9126), PKCE with S256 (RFC 7636), DPoP with the server's
 * nonces (RFC 9449), `iss` of the answer (RFC 9207); OpenID4VCI 1.0 sections 5 and 6, HAIP 1.0 section 4.
 */
import { Oauth2Client, resourceRequest, type AccessTokenResponse, type AuthorizationServerMetadata, type CallbackContext, type RequestDpopOptions } from '@openid4vc/oauth2';
import { sha256, toBase64Url } from './bytes';
import { ProtocolFailure, type Access, type Context, type Departure, type PendingAuthorization } from './contract';
import { peerErrorCode, peerResponse } from './failures';
import { isObject } from './signedToken';
import { keepNonce, nonceOf } from './serverNonces';
import { holderKey, type HolderKey, type SigningKeys } from './signingKeys';
import { WalletAuthentication } from './walletAuthentication';
import { limitedFetch, permittedUrl, type Fetch } from './wire';

/** Parameters of an authorization request about what is wanted (section 5.1). */
export interface AskedFor {
  scope?: string;
  authorization_details?: string;
  issuer_state?: string;
}

type TokenAnswer = { accessTokenResponse: AccessTokenResponse };

const maximumTries = 3;

export class AuthorizationServer {
  readonly metadata: AuthorizationServerMetadata;
  readonly authentication: WalletAuthentication;
  readonly #context: Context;
  readonly #keys: SigningKeys;
  readonly #callbacks: Omit<CallbackContext, 'verifyJwt' | 'encryptJwe' | 'decryptJwe'>;
  readonly #client: Oauth2Client;

  constructor(metadata: AuthorizationServerMetadata, context: Context, keys: SigningKeys) {
    this.metadata = metadata;
    this.#context = context;
    this.#keys = keys;
    const fetch = this.listening(limitedFetch(context.config));
    this.authentication = new WalletAuthentication(metadata, context, keys, fetch);
    this.#callbacks = {
      fetch,
      signJwt: keys.sign,
      hash: (data) => sha256(new Uint8Array(data)),
      generateRandom: (length) => crypto.getRandomValues(new Uint8Array(length)),
      clientAuthentication: this.authentication.callback,
    };
    this.#client = new Oauth2Client({ callbacks: this.#callbacks });
  }

  get bindsTokens(): boolean {
    return (this.metadata.dpop_signing_alg_values_supported ?? []).includes('ES256');
  }

  /** Its first proof would be refused for want of a nonce. */
  get wantsNonce(): boolean {
    return this.bindsTokens && nonceOf(this.metadata.issuer) === undefined;
  }

  /** A key for tokens of this server, where it binds tokens to keys. */
  async newTokenKey(): Promise<HolderKey | undefined> {
    return this.bindsTokens ? (await this.#keys.create(1))[0] : undefined;
  }

  /** A code that the issuer gave beforehand (section 6.1). */
  async redeemOffer(code: string, transactionCode: string | undefined, dpop: HolderKey | undefined): Promise<Access> {
    const anonymous = this.metadata['pre-authorized_grant_anonymous_access_supported'] === true;
    const { clientId, attested } = anonymous ? { clientId: '', attested: false } : await this.authentication.prepare();
    const answer = await this.#persistently(dpop, (bound) =>
      this.#client.retrievePreAuthorizedCodeAccessToken({
        authorizationServerMetadata: this.metadata,
        preAuthorizedCode: code,
        ...(clientId !== '' && { additionalRequestPayload: { client_id: clientId } }),
        ...(transactionCode !== undefined && { txCode: transactionCode }),
        ...bound,
      }),
    );
    return this.#accessOf(answer, dpop, clientId, attested);
  }

  /** A refresh token (RFC 6749 section 6). The server may give a new one; until then the old one counts. */
  async refresh({ refreshToken, clientId, attested, dpop: kept }: Access): Promise<Access> {
    if (refreshToken === undefined) throw new TypeError('nothing to refresh with');
    if (attested) await this.authentication.prepare(true);
    const dpop = kept && this.#keys.lend(holderKey(kept));
    const answer = await this.#persistently(dpop, (bound) =>
      this.#client.retrieveRefreshTokenAccessToken({
        authorizationServerMetadata: this.metadata,
        refreshToken,
        ...(clientId !== '' && { additionalRequestPayload: { client_id: clientId } }),
        ...bound,
      }),
    );
    return { refreshToken, ...this.#accessOf(answer, dpop, clientId, attested) };
  }

  /** The address to which the browser goes, its request pushed where the server takes pushed ones (section 5.1, HAIP 1.0 section 4). */
  async begin(pending: Omit<PendingAuthorization, 'clientId' | 'attested' | 'server'>, { scope, ...asked }: AskedFor): Promise<Departure> {
    const { clientId, attested } = await this.authentication.prepare();
    const { authorizationRequestUrl } = await this.#persistently(pending.dpop && holderKey(pending.dpop), (bound) =>
      this.#client.createAuthorizationRequestUrl({
        authorizationServerMetadata: this.#withPkce(),
        clientId,
        redirectUri: pending.redirectUri,
        state: pending.id,
        pkceCodeVerifier: pending.codeVerifier,
        additionalRequestPayload: asked,
        ...(scope !== undefined && { scope }),
        ...bound,
      }),
    );
    return { address: permittedUrl(authorizationRequestUrl, this.#context.config).href, pending: { ...pending, clientId, attested, server: this.metadata.issuer } };
  }

  /** The code that the browser brought back (section 6.1); good with the verifier and the key of the request only. */
  async redeemCode(code: string, pending: PendingAuthorization): Promise<Access> {
    if (pending.attested) await this.authentication.prepare(true);
    const dpop = pending.dpop && this.#keys.adopt(holderKey(pending.dpop));
    const answer = await this.#persistently(dpop, (bound) =>
      this.#client.retrieveAuthorizationCodeAccessToken({
        authorizationServerMetadata: this.metadata,
        authorizationCode: code,
        pkceCodeVerifier: pending.codeVerifier,
        redirectUri: pending.redirectUri,
        additionalRequestPayload: { client_id: pending.clientId },
        ...bound,
      }),
    );
    return this.#accessOf(answer, dpop, pending.clientId, pending.attested);
  }

  /** A request to the issuer under a token, bound where the token is. */
  async request({ token, dpop: kept }: Access, url: string, body: string, contentType: string): Promise<Response> {
    const dpop = kept && this.#keys.lend(holderKey(kept));
    const requestOptions = { method: 'POST' as const, headers: { 'Content-Type': contentType }, body };
    const { response } = await resourceRequest({ url, accessToken: token, requestOptions, callbacks: this.#callbacks, ...this.#bound(dpop) });
    return response as Response;
  }

  /** Version 0.4.6 of the library would send no challenge, or a plain one, where the server says so. */
  #withPkce(): AuthorizationServerMetadata {
    const methods = this.metadata.code_challenge_methods_supported;
    if (methods && !methods.includes('S256')) throw new ProtocolFailure('unsupported', 'code_challenge_method', methods.join(' '));
    return { ...this.metadata, code_challenge_methods_supported: ['S256'] };
  }

  /** Once more when the server wants another nonce or challenge; the library knows the first case only. */
  async #persistently<T>(dpop: HolderKey | undefined, request: (bound: { dpop?: RequestDpopOptions }) => Promise<T>): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await request(this.#bound(dpop));
      } catch (error) {
        const response = peerResponse(error);
        const again = response && (await this.authentication.learn(response, peerErrorCode(error)));
        if (!again || tries === maximumTries) throw error;
      }
    }
  }

  #bound(dpop: HolderKey | undefined): { dpop?: RequestDpopOptions } {
    if (!dpop) return {};
    const nonce = nonceOf(this.metadata.issuer);
    return { dpop: { signer: { method: 'jwk', alg: 'ES256', publicJwk: dpop.jwk }, ...(nonce !== undefined && { nonce }) } };
  }

  #accessOf({ accessTokenResponse: answer }: TokenAnswer, dpop: HolderKey | undefined, clientId: string, attested: boolean): Access {
    const type = answer.token_type.toLowerCase();
    // RFC 9449 section 5: a server that gives a bearer token instead has not bound it. Going on would be a silent step down.
    if (type !== (dpop ? 'dpop' : 'bearer')) throw new ProtocolFailure('untrusted', 'token_type', `expected ${dpop ? 'DPoP' : 'Bearer'}`);
    return {
      server: this.metadata.issuer,
      token: answer.access_token,
      clientId,
      attested,
      identifiers: readIdentifiers(answer.authorization_details),
      ...(dpop && { dpop: { keyId: dpop.keyId, publicJwk: dpop.jwk } }),
      ...(answer.refresh_token !== undefined && { refreshToken: answer.refresh_token }),
    };
  }

  /** Takes up the nonces in answers of the server, and in those of an issuer it speaks for. */
  listening(fetch: Fetch): Fetch {
    return async (input, init) => {
      const response = await fetch(input, init);
      keepNonce(this.metadata.issuer, response);
      return response;
    };
  }
}

/** Section 6.2: `credential_identifiers` of each configuration; the wallet takes the first. */
function readIdentifiers(details: unknown): Record<string, string> {
  const found = new Map<string, string>();
  for (const detail of Array.isArray(details) ? details.filter(isObject) : []) {
    const { credential_configuration_id: id, credential_identifiers: identifiers } = detail;
    const [first] = Array.isArray(identifiers) ? (identifiers as unknown[]) : [];
    if (typeof id === 'string' && typeof first === 'string') found.set(id, first);
  }
  return Object.fromEntries(found);
}

/** What the browser brought back, checked in the order of RFC 9207 section 2.4: who answers, then to which question, then what. */
export function readAuthorizationAnswer(address: URL, pending: PendingAuthorization, metadata: AuthorizationServerMetadata): string {
  const values = (name: string) => address.searchParams.getAll(name);
  const [issuers, states, codes, errors] = ['iss', 'state', 'code', 'error'].map(values) as [string[], string[], string[], string[]];
  const named = metadata.authorization_response_iss_parameter_supported === true || issuers.length > 0;
  if (named && !isOnly(issuers, pending.server)) throw new ProtocolFailure('untrusted', 'iss', 'another server answered');
  if (!isOnly(states, pending.id)) throw new ProtocolFailure('untrusted', 'state', 'the answer belongs to another request');
  const [code] = codes;
  if (errors.length === 1 && code === undefined) throw new ProtocolFailure('refused-by-peer', errors[0], values('error_description')[0]?.slice(0, 500));
  if (code === undefined || codes.length > 1 || errors.length > 0) throw new ProtocolFailure('malformed', 'code', 'exactly one of code and error expected');
  return code;
}

const isOnly = (values: string[], expected: string) => values.length === 1 && values[0] === expected;

export function randomText(): string {
  return toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
}
