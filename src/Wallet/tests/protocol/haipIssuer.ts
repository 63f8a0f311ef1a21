import { base64url, calculateJwkThumbprint, compactDecrypt, CompactEncrypt, decodeJwt, decodeProtectedHeader, EmbeddedJWK, exportJWK, generateKeyPair, importJWK, jwtVerify, type JWK } from 'jose';
import { permitId, type TestIssuer } from './issuer';
import { json, type Network } from './network';
import type { TestProvider } from './provider';
import { portal } from './wallet';

type Json = Record<string, unknown>;

/** What a test may bend. */
export interface HaipBehaviour {
  tokenType: string;
  /** `iss` of the authorization response. */
  iss: string | undefined;
  /** How often the issuer says "later" before it delivers. */
  deferrals: number;
  /** Requests and answers are encrypted. */
  encrypted: boolean;
  /** Answers in the clear although encryption was asked for. */
  answersPlain: boolean;
  /** The token answer names credential identifiers. */
  identifiers: boolean;
  refreshToken: string | undefined;
  keyAttestation: boolean;
  authorizationServer: Json;
  credentialIssuer: Json;
}

/**
 * An issuer that wants everything HAIP 1.0 section 4 asks of a wallet, and checks it with `jose` and its own eyes. It issues what the
 * {@link TestIssuer} issues, at the same address.
 */
export class HaipIssuer {
  readonly id: string;
  readonly behaviour: HaipBehaviour;
  readonly pushed: URLSearchParams[] = [];
  readonly tokenRequests: URLSearchParams[] = [];
  readonly credentialRequests: Json[] = [];
  readonly deferredRequests: Json[] = [];
  readonly events: Json[] = [];
  /** Why requests were refused. */
  readonly complaints: string[] = [];
  readonly #issuer: TestIssuer;
  readonly #provider: TestProvider;
  readonly #proofs = new Set<string>();
  readonly #codes = new Map<string, URLSearchParams>();
  #challenge = 'challenge-1';
  #dpopNonce = 'dpop-nonce-1';
  #key: string | undefined;
  #waiting: JsonWebKey[] = [];
  #encryption!: { publicJwk: JWK; privateKey: CryptoKey };

  private constructor(issuer: TestIssuer, provider: TestProvider) {
    this.#issuer = issuer;
    this.#provider = provider;
    this.id = issuer.id;
    this.behaviour = {
      tokenType: 'DPoP', iss: issuer.id, deferrals: 0, encrypted: false, answersPlain: false, identifiers: false, refreshToken: undefined,
      keyAttestation: false, authorizationServer: {}, credentialIssuer: {},
    };
  }

  static async create(issuer: TestIssuer, provider: TestProvider): Promise<HaipIssuer> {
    const haip = new HaipIssuer(issuer, provider);
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256' });
    haip.#encryption = { publicJwk: { ...(await exportJWK(publicKey)), kid: 'request', alg: 'ECDH-ES', use: 'enc' }, privateKey };
    return haip;
  }

  offer(grants: Json = { authorization_code: { issuer_state: 'state-of-the-issuer' } }): URL {
    const offer = { credential_issuer: this.id, credential_configuration_ids: [permitId], grants };
    return new URL(`http://wallet.test/receive?credential_offer=${encodeURIComponent(JSON.stringify(offer))}`);
  }

  get metadata(): Json {
    const { keyAttestation, encrypted, credentialIssuer } = this.behaviour;
    const { [permitId]: permit } = this.#issuer.metadata.credential_configurations_supported;
    const demand = keyAttestation ? { key_attestations_required: {} } : {};
    const proof = { proof_signing_alg_values_supported: ['ES256'], ...demand };
    const values = { enc_values_supported: ['A128GCM', 'A256GCM'], encryption_required: true };
    return {
      ...this.#issuer.metadata,
      deferred_credential_endpoint: `${this.id}/deferred`,
      credential_configurations_supported: { [permitId]: { ...permit, scope: 'permit', proof_types_supported: { jwt: proof, ...(keyAttestation && { attestation: proof }) } } },
      ...(encrypted && {
        credential_request_encryption: { jwks: { keys: [this.#encryption.publicJwk] }, ...values },
        credential_response_encryption: { alg_values_supported: ['ECDH-ES'], ...values },
      }),
      ...credentialIssuer,
    };
  }

  serve(network: Network): void {
    const wellKnown = (name: string) => `${portal}/.well-known/${name}/issuers/town`;
    network.on('GET', wellKnown('openid-credential-issuer'), () => json(this.metadata));
    network.on('GET', wellKnown('oauth-authorization-server'), () => json(this.#server()));
    network.on('POST', `${this.id}/nonce`, () => json({ c_nonce: 'nonce-1' }));
    network.on('POST', `${this.id}/challenge`, () => json({ attestation_challenge: this.#challenge }));
    network.on('POST', `${this.id}/par`, (request) => this.#answering(() => this.#push(request)));
    network.on('POST', `${this.id}/token`, (request) => this.#answering(() => this.#token(request)));
    network.on('POST', `${this.id}/credential`, (request) => this.#answering(() => this.#credential(request)));
    network.on('POST', `${this.id}/deferred`, (request) => this.#answering(() => this.#deferred(request)));
    network.on('POST', `${this.id}/notification`, (request) => this.#answering(async () => {
      await this.#checkToken(request);
      this.events.push((await request.json()) as Json);
      return new Response(null, { status: 204 });
    }));
  }

  /** An answer of another kind that brings the nonce for the next DPoP proof (RFC 9449 section 8.2). */
  besideNonce(answer: Json): Response {
    const response = json(answer);
    response.headers.set('DPoP-Nonce', this.#dpopNonce);
    return response;
  }

  /** Challenges and nonces known so far are over. */
  forgetNonces(): void {
    this.#challenge = `challenge-${Math.random()}`;
    this.#dpopNonce = `dpop-nonce-${Math.random()}`;
  }

  /** The person says yes: where the browser is sent. */
  approve(address: string): URL {
    const query = new URL(address).searchParams;
    const request = this.pushed[Number(query.get('request_uri')?.split(':').at(-1))];
    if (!request || query.get('client_id') !== request.get('client_id')) throw new Error('unknown request');
    const code = `code-${this.#codes.size}`;
    this.#codes.set(code, request);
    const back = new URL(request.get('redirect_uri')!);
    back.searchParams.set('code', code);
    back.searchParams.set('state', request.get('state')!);
    if (this.behaviour.iss) back.searchParams.set('iss', this.behaviour.iss);
    return back;
  }

  #server(): Json {
    return {
      issuer: this.id,
      authorization_endpoint: `${this.id}/authorize`,
      pushed_authorization_request_endpoint: `${this.id}/par`,
      require_pushed_authorization_requests: true,
      token_endpoint: `${this.id}/token`,
      token_endpoint_auth_methods_supported: ['attest_jwt_client_auth'],
      challenge_endpoint: `${this.id}/challenge`,
      code_challenge_methods_supported: ['S256'],
      dpop_signing_alg_values_supported: ['ES256'],
      authorization_response_iss_parameter_supported: true,
      ...this.behaviour.authorizationServer,
    };
  }

  async #answering(work: () => Promise<Response>): Promise<Response> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Response) return error;
      this.complaints.push(String(error));
      return json({ error: 'invalid_request', error_description: String(error) }, 400);
    }
  }

  async #push(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    await this.#checkClient(request, form);
    await this.#checkDpop(request);
    const complete = ['client_id', 'redirect_uri', 'state', 'code_challenge'].every((name) => form.get(name));
    if (!complete || form.has('scope') === form.has('authorization_details') || form.get('response_type') !== 'code' || form.get('code_challenge_method') !== 'S256') throw new Error('incomplete request');
    this.pushed.push(form);
    return json({ request_uri: `urn:ietf:params:oauth:request_uri:${this.pushed.length - 1}`, expires_in: 60 }, 201);
  }

  async #token(request: Request): Promise<Response> {
    const form = new URLSearchParams(await request.text());
    this.tokenRequests.push(form);
    await this.#checkClient(request, form);
    const key = await this.#checkDpop(request);
    if (form.get('grant_type') === 'authorization_code') await this.#checkCode(form);
    else if (form.get('grant_type') !== 'refresh_token' || form.get('refresh_token') !== this.behaviour.refreshToken) return json({ error: 'invalid_grant' }, 400);
    this.#key = key;
    const { tokenType, refreshToken, identifiers } = this.behaviour;
    const details = [{ type: 'openid_credential', credential_configuration_id: permitId, credential_identifiers: ['permit-of-ayse'] }];
    return json({ access_token: 'bound', token_type: tokenType, expires_in: 60, refresh_token: refreshToken, ...(identifiers && { authorization_details: details }) });
  }

  async #checkCode(form: URLSearchParams): Promise<void> {
    const asked = this.#codes.get(form.get('code') ?? '');
    this.#codes.delete(form.get('code') ?? '');
    const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(form.get('code_verifier') ?? ''));
    const answers = base64url.encode(new Uint8Array(digest)) === asked?.get('code_challenge');
    if (!answers || form.get('redirect_uri') !== asked?.get('redirect_uri')) throw json({ error: 'invalid_grant' }, 400);
  }

  async #credential(request: Request): Promise<Response> {
    await this.#checkToken(request);
    const message = await this.#read(request);
    this.credentialRequests.push(message);
    const keys = await this.#provedKeys(message.proofs as { jwt?: string[]; attestation?: string[] });
    if (this.behaviour.deferrals > 0) {
      this.#waiting = keys;
      return this.#write(message, { transaction_id: 'transaction-1', interval: 5 }, 202);
    }
    return this.#write(message, await this.#issue(keys));
  }

  async #deferred(request: Request): Promise<Response> {
    await this.#checkToken(request);
    const message = await this.#read(request);
    this.deferredRequests.push(message);
    if (message.transaction_id !== 'transaction-1') return json({ error: 'invalid_transaction_id' }, 400);
    if (--this.behaviour.deferrals > 0) return this.#write(message, { transaction_id: 'transaction-1', interval: 7 }, 202);
    return this.#write(message, await this.#issue(this.#waiting));
  }

  async #issue(keys: JsonWebKey[]): Promise<Json> {
    const issued = await Promise.all(keys.map((key) => this.#issuer.issue(key)));
    return { credentials: this.#issuer.behaviour.deliver(issued).map((credential) => ({ credential })), notification_id: 'notify-1' };
  }

  async #provedKeys({ jwt = [], attestation = [] }: { jwt?: string[]; attestation?: string[] }): Promise<JsonWebKey[]> {
    const words = [...attestation, ...jwt.map((proof) => decodeProtectedHeader(proof).key_attestation as string | undefined)].filter((word) => word !== undefined);
    if (this.behaviour.keyAttestation !== words.length > 0) throw new Error('key attestations are not as wanted');
    const attested = (await Promise.all(words.map((word) => this.#provider.attestedKeys(word, 'nonce-1')))).flat();
    if (jwt.length === 0) return attested;
    return Promise.all(jwt.map(async (proof) => {
      const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, { typ: 'openid4vci-proof+jwt', audience: this.id, algorithms: ['ES256'], clockTolerance: '99 years' });
      if (payload.nonce !== 'nonce-1' || payload.iss !== this.#provider.clientId) throw new Error('nonce or iss of the proof');
      return protectedHeader.jwk as JsonWebKey;
    }));
  }

  async #read(request: Request): Promise<Json> {
    const text = await request.text();
    const type = request.headers.get('Content-Type');
    if (type !== (this.behaviour.encrypted ? 'application/jwt' : 'application/json')) throw new Error(`Content-Type ${type}`);
    if (!this.behaviour.encrypted) return JSON.parse(text) as Json;
    if (decodeProtectedHeader(text).kid !== 'request') throw new Error('kid');
    const { plaintext } = await compactDecrypt(text, this.#encryption.privateKey);
    return JSON.parse(new TextDecoder().decode(plaintext)) as Json;
  }

  async #write(message: Json, answer: Json, status = 200): Promise<Response> {
    if (!this.behaviour.encrypted || this.behaviour.answersPlain) return json(answer, status);
    const { jwk, enc } = message.credential_response_encryption as { jwk: JWK; enc: string };
    const text = await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(answer)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc })
      .encrypt(await importJWK({ ...jwk, ext: true }, 'ECDH-ES'));
    return new Response(text, { status, headers: { 'Content-Type': 'application/jwt' } });
  }

  async #checkToken(request: Request): Promise<void> {
    if (request.headers.get('Authorization') !== 'DPoP bound') throw json({ error: 'invalid_token' }, 401);
    if ((await this.#checkDpop(request, 'bound')) !== this.#key) throw json({ error: 'invalid_token' }, 401);
  }

  /** RFC 9449 section 4.3; the thumbprint of the key. */
  async #checkDpop(request: Request, token?: string): Promise<string> {
    const proof = request.headers.get('DPoP');
    if (!proof) throw new Error('no DPoP proof');
    const { payload, protectedHeader } = await jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt', algorithms: ['ES256'], clockTolerance: '99 years' });
    if (payload.nonce !== this.#dpopNonce) throw this.#wantNonce(token !== undefined);
    if (payload.htm !== request.method || payload.htu !== request.url) throw new Error('htm or htu');
    if (this.#proofs.has(payload.jti!)) throw new Error('DPoP proof used twice');
    this.#proofs.add(payload.jti!);
    const digest = token && base64url.encode(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(token))));
    if (payload.ath !== digest) throw new Error('ath');
    return calculateJwkThumbprint(protectedHeader.jwk!);
  }

  #wantNonce(atIssuer: boolean): Response {
    const response = json({ error: 'use_dpop_nonce' }, atIssuer ? 401 : 400);
    response.headers.set('DPoP-Nonce', this.#dpopNonce);
    if (atIssuer) response.headers.set('WWW-Authenticate', 'DPoP error="use_dpop_nonce"');
    return response;
  }

  async #checkClient(request: Request, form: URLSearchParams): Promise<void> {
    const attestation = request.headers.get('OAuth-Client-Attestation');
    const proof = request.headers.get('OAuth-Client-Attestation-PoP');
    if (!attestation || !proof) throw json({ error: 'invalid_client' }, 401);
    const key = await this.#provider.instanceKey(attestation);
    const { payload } = await jwtVerify(proof, await importJWK(key as JWK, 'ES256'), { typ: 'oauth-client-attestation-pop+jwt', audience: this.id, algorithms: ['ES256'], clockTolerance: '99 years' });
    if (form.get('client_id') !== decodeJwt(attestation).sub || payload.iss !== form.get('client_id')) throw new Error('client_id');
    if (this.#proofs.has(payload.jti!)) throw new Error('proof of possession used twice');
    this.#proofs.add(payload.jti!);
    if (payload.challenge === this.#challenge) return;
    const response = json({ error: 'use_attestation_challenge' }, 400);
    response.headers.set('OAuth-Client-Attestation-Challenge', this.#challenge);
    throw response;
  }
}
