/**
 * What the wallet says about itself to an authorization server: attestation-based client authentication
 * (draft-ietf-oauth-attestation-based-client-auth-09; `iss`, `exp` and `nonce` for servers built on drafts up to -07), as OpenID4VCI 1.0
 * appendix E and HAIP 1.0 section 4.4.1 ask.
 */
import type { AuthorizationServerMetadata, ClientAuthenticationCallback } from '@openid4vc/oauth2';
import { toBase64Url } from './bytes';
import { ProtocolFailure, type Context, type WalletAttestation } from './contract';
import { isObject } from './signedToken';
import { holderKey, type SigningKeys } from './signingKeys';
import { permittedUrl, type Fetch } from './wire';

const method = 'attest_jwt_client_auth';
const challengeHeader = 'OAuth-Client-Attestation-Challenge';
const proofSeconds = 60;

export class WalletAuthentication {
  readonly #server: AuthorizationServerMetadata;
  readonly #context: Context;
  readonly #keys: SigningKeys;
  readonly #fetch: Fetch;
  #attestation: WalletAttestation | undefined;
  #challenge: string | undefined;

  constructor(server: AuthorizationServerMetadata, context: Context, keys: SigningKeys, fetch: Fetch) {
    this.#server = server;
    this.#context = context;
    this.#keys = keys;
    this.#fetch = fetch;
  }

  /** A server that knows the method is always told; one that knows nothing else gets nothing less. */
  get demanded(): boolean {
    return (this.#server.token_endpoint_auth_methods_supported ?? []).includes(method);
  }

  get #alternative(): boolean {
    return (this.#server.token_endpoint_auth_methods_supported ?? []).includes('none');
  }

  /**
   * Finds out how the wallet is called here, and gets the provider's word where the server wants it. `required`: it was given when this
   * began, so it is not left out now.
   */
  async prepare(required = false): Promise<{ clientId: string; attested: boolean }> {
    if (!this.demanded) {
      if (required) throw downgraded();
      return { clientId: this.#context.origin, attested: false };
    }
    if (!this.#context.provider) {
      if (required || !this.#alternative) throw new ProtocolFailure('unsupported', 'client_attestation', 'this wallet has no provider');
      return { clientId: this.#context.origin, attested: false };
    }
    this.#attestation = await this.#attest(false);
    this.#challenge = await this.#askChallenge();
    return { clientId: this.#attestation.clientId, attested: true };
  }

  /** For the library: adds the headers to a request that is about to leave. */
  readonly callback: ClientAuthenticationCallback = async ({ headers }) => {
    if (!this.#attestation) return;
    headers.set('OAuth-Client-Attestation', this.#attestation.jwt);
    headers.set('OAuth-Client-Attestation-PoP', await this.#proof(this.#attestation));
  };

  /** Sections 6.2 and 7.4: what the server's answer means for the next proof; true when the request is worth repeating. */
  async learn(response: Response, code: string | undefined): Promise<boolean> {
    this.#challenge = response.headers.get(challengeHeader) ?? this.#challenge;
    if (!this.#attestation) return false;
    if (code === 'use_fresh_attestation') this.#attestation = await this.#attest(true);
    return code === 'use_fresh_attestation' || code === 'use_attestation_challenge';
  }

  async #attest(fresh: boolean): Promise<WalletAttestation> {
    const attestation = await this.#context.provider!.attestation(this.#server.issuer, fresh);
    this.#keys.lend(holderKey(attestation.key));
    return attestation;
  }

  async #askChallenge(): Promise<string | undefined> {
    const endpoint = this.#server.challenge_endpoint;
    if (typeof endpoint !== 'string') return undefined;
    const response = await this.#fetch(permittedUrl(endpoint, this.#context.config), { method: 'POST' });
    const answer: unknown = response.ok ? await response.json() : undefined;
    const challenge = isObject(answer) ? answer.attestation_challenge : undefined;
    if (typeof challenge !== 'string') throw new ProtocolFailure('malformed', 'attestation_challenge');
    return challenge;
  }

  #proof({ clientId, key }: WalletAttestation): Promise<string> {
    const now = this.#context.now();
    return this.#keys.signToken(
      holderKey(key).jwk,
      { typ: 'oauth-client-attestation-pop+jwt', alg: 'ES256' },
      {
        iss: clientId,
        aud: this.#server.issuer,
        jti: toBase64Url(crypto.getRandomValues(new Uint8Array(16))),
        iat: now,
        exp: now + proofSeconds,
        ...(this.#challenge !== undefined && { challenge: this.#challenge, nonce: this.#challenge }),
      },
    );
  }
}

function downgraded(): ProtocolFailure {
  return new ProtocolFailure('untrusted', 'client_attestation', 'the server wanted to know which wallet this is, and does not any more');
}
