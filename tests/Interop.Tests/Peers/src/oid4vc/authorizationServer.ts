/** @openid4vc/oauth2 as an authorization server: pre-authorised codes, and codes by pushed requests with PKCE, DPoP and attested wallets. */
import { randomUUID } from 'node:crypto';
import {
  authorizationCodeGrantIdentifier,
  Oauth2AuthorizationServer,
  PkceCodeChallengeMethod,
  preAuthorizedCodeGrantIdentifier,
  type AuthorizationServerMetadata,
  type CallbackContext,
  type HttpMethod,
} from '@openid4vc/oauth2';
import type { Incoming, Reply } from '../server.js';

/** What the server has to know of an offer: its id is pre-authorised code and issuer state. */
export interface OpenOffer {
  transactionCode?: string;
}

interface PushedRequest {
  client_id: string;
  redirect_uri: string;
  state?: string;
  issuer_state: string;
  code_challenge: string;
}

const lifetimeSeconds = 600;
const requestPrefix = 'urn:ietf:params:oauth:request_uri:';

export class AuthorizationServer {
  readonly #server: Oauth2AuthorizationServer;
  readonly #metadata: AuthorizationServerMetadata;
  readonly #offers: ReadonlyMap<string, OpenOffer>;
  readonly #pushed = new Map<string, PushedRequest>();
  readonly #codes = new Map<string, PushedRequest>();

  constructor(metadata: AuthorizationServerMetadata, callbacks: CallbackContext, offers: ReadonlyMap<string, OpenOffer>) {
    this.#server = new Oauth2AuthorizationServer({ callbacks });
    this.#metadata = this.#server.createAuthorizationServerMetadata(metadata);
    this.#offers = offers;
  }

  get metadata(): AuthorizationServerMetadata {
    return this.#metadata;
  }

  /** Demands what HAIP demands: a proof of a DPoP key, and an attested wallet. */
  async push(request: Incoming): Promise<Reply> {
    const asked = requestOf(request);
    const { authorizationRequest, dpop, clientAttestation } = await this.#server.parsePushedAuthorizationRequest({
      request: asked,
      authorizationRequest: Object.fromEntries(new URLSearchParams(request.body)),
    });
    await this.#server.verifyPushedAuthorizationRequest({
      authorizationServerMetadata: this.#metadata,
      authorizationRequest,
      request: asked,
      dpop: { ...dpop, required: true },
      clientAttestation: { ...clientAttestation, required: true },
    });
    if (authorizationRequest.code_challenge_method !== 'S256') return { status: 400, body: { error: 'invalid_request' } };
    const id = randomUUID();
    this.#pushed.set(id, authorizationRequest as unknown as PushedRequest);
    const { pushedAuthorizationResponse } = this.#server.createPushedAuthorizationResponse({ requestUri: `${requestPrefix}${id}`, expiresInSeconds: lifetimeSeconds });
    return { status: 201, body: pushedAuthorizationResponse };
  }

  /** The person says yes at once. */
  authorize({ url }: Incoming): Reply {
    const parameters = new URL(url).searchParams;
    const pushed = this.#pushed.get(parameters.get('request_uri')?.slice(requestPrefix.length) ?? '');
    if (!pushed || pushed.client_id !== parameters.get('client_id') || !this.#offers.has(pushed.issuer_state)) return { status: 400, body: { error: 'invalid_request_uri' } };
    const code = randomUUID();
    this.#codes.set(code, pushed);
    const answer = new URL(pushed.redirect_uri);
    answer.search = new URLSearchParams({ code, iss: this.#metadata.issuer, ...(pushed.state !== undefined && { state: pushed.state }) }).toString();
    return { status: 303, headers: { Location: answer.href }, body: '' };
  }

  async grantToken(request: Incoming): Promise<Reply> {
    const asked = requestOf(request);
    const parsed = this.#server.parseAccessTokenRequest({ request: asked, accessTokenRequest: Object.fromEntries(new URLSearchParams(request.body)) });
    const common = { authorizationServerMetadata: this.#metadata, accessTokenRequest: parsed.accessTokenRequest, request: asked };
    if (parsed.grant.grantType === preAuthorizedCodeGrantIdentifier) {
      const { preAuthorizedCode } = parsed.grant;
      const offer = this.#offers.get(preAuthorizedCode);
      const { dpop } = await this.#server.verifyPreAuthorizedCodeAccessTokenRequest({
        ...common,
        grant: parsed.grant,
        expectedPreAuthorizedCode: offer ? preAuthorizedCode : randomUUID(),
        ...(offer?.transactionCode !== undefined && { expectedTxCode: offer.transactionCode }),
        ...(parsed.dpop && { dpop: parsed.dpop }),
      });
      return this.#answer(preAuthorizedCode, dpop);
    }
    if (parsed.grant.grantType !== authorizationCodeGrantIdentifier) return { status: 400, body: { error: 'unsupported_grant_type' } };
    const { code } = parsed.grant;
    const pushed = this.#codes.get(code);
    this.#codes.delete(code);
    const { dpop } = await this.#server.verifyAuthorizationCodeAccessTokenRequest({
      ...common,
      grant: parsed.grant,
      expectedCode: pushed ? code : randomUUID(),
      pkce: { codeChallenge: pushed?.code_challenge ?? '', codeChallengeMethod: PkceCodeChallengeMethod.S256, ...(parsed.pkceCodeVerifier !== undefined && { codeVerifier: parsed.pkceCodeVerifier }) },
      dpop: { ...parsed.dpop, required: true },
      clientAttestation: { ...parsed.clientAttestation, required: true, ...(pushed && { expectedClientId: pushed.client_id }) },
    });
    return this.#answer(pushed!.issuer_state, dpop, pushed!.client_id);
  }

  async #answer(subject: string, dpop?: { jwk: never } | object, clientId?: string): Promise<Reply> {
    return {
      body: await this.#server.createAccessTokenResponse({
        audience: this.#metadata.issuer,
        authorizationServer: this.#metadata.issuer,
        signer: { method: 'custom', alg: 'ES256', kid: 'token' },
        subject,
        expiresInSeconds: lifetimeSeconds,
        ...(clientId !== undefined && { clientId }),
        ...(dpop && { dpop: dpop as { jwk: never } }),
      }),
    };
  }
}

export function requestOf({ method, url, headers }: Incoming) {
  return { method: method as HttpMethod, url, headers: headers as never };
}
