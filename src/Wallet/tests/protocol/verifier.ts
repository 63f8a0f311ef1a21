import type { CallbackContext } from '@openid4vc/oauth2';
import { Openid4vpVerifier } from '@openid4vc/openid4vp';
import { SDJwtInstance } from '@sd-jwt/core';
import { compactDecrypt, exportJWK, type JWK } from 'jose';
import { fromBase64, fromBase64Url, sha256, toBase64Url, utf8 } from '../../src/protocol/bytes';
import { signToken, type Signer } from './certificateAuthority';
import { permitType } from './issuer';
import { readDeviceResponse } from './mdocReader';
import { json, type Network } from './network';
import { portal } from './wallet';

type Parameters = Record<string, unknown>;

/** What a verifier reads out of one presentation. */
export interface Shown {
  claims: Record<string, unknown>;
  binding: Record<string, unknown>;
}

/** A verifier on the server half of the library and `@sd-jwt/core`. */
export class TestVerifier {
  readonly responseUri = `${portal}/verifier/responses/1`;
  readonly requestUri = `${portal}/verifier/requests/1`;
  readonly answers: Shown[] = [];
  readonly refusals: Parameters[] = [];
  /** Whatever was posted, as it came. */
  readonly forms: Record<string, string>[] = [];
  signer: Signer;
  /** Changes the request object before it is signed. */
  change: (parameters: Parameters) => Parameters = (parameters) => parameters;
  header: object = { typ: 'oauth-authz-req+jwt' };
  reply: () => Response = () => json({ redirect_uri: `${portal}/parking/applications/1?response_code=abc` });
  #clientId = '';
  #request: Parameters = {};
  readonly #encryption: CryptoKeyPair;
  readonly #now: number;

  private constructor(signer: Signer, encryption: CryptoKeyPair, now: number) {
    this.signer = signer;
    this.#encryption = encryption;
    this.#now = now;
  }

  static async create(signer: Signer, now: number): Promise<TestVerifier> {
    const keys = await crypto.subtle.generateKey({ name: 'ECDH', namedCurve: 'P-256' }, true, ['deriveBits']);
    const verifier = new TestVerifier(signer, keys as CryptoKeyPair, now);
    verifier.#clientId = await verifier.hashOf(signer);
    return verifier;
  }

  async hashOf(signer: Signer): Promise<string> {
    return `x509_hash:${toBase64Url(await sha256(fromBase64(signer.x5c[0]!)))}`;
  }

  get clientId(): string {
    return this.#clientId;
  }

  set clientId(clientId: string) {
    this.#clientId = clientId;
  }

  /** The whole question in the link, signed by nobody (`redirect_uri`). */
  async unsignedLink(): Promise<URL> {
    this.#clientId = `redirect_uri:${this.responseUri}`;
    this.#request = this.change(await this.#parameters());
    const texts = Object.entries(this.#request).filter(([, value]) => value !== undefined).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);
    return new URL(`openid4vp://?${new URLSearchParams(texts).toString()}`);
  }

  link(method = 'post'): URL {
    const query = new URLSearchParams({ client_id: this.#clientId, request_uri: this.requestUri, request_uri_method: method });
    return new URL(`openid4vp://?${query.toString()}`);
  }

  serve(network: Network): void {
    network.on('GET', this.requestUri, () => this.#requestObject({}));
    network.on('POST', this.requestUri, async (request) => {
      const form = new URLSearchParams(await request.text());
      return this.#requestObject({ wallet_nonce: form.get('wallet_nonce') });
    });
    network.on('POST', this.responseUri, async (request) => this.#receive(Object.fromEntries(new URLSearchParams(await request.text()))));
  }

  async #parameters(): Promise<Parameters> {
    const { kty, crv, x, y } = (await exportJWK(this.#encryption.publicKey)) as JWK & { kty: string };
    const unusable = { kty: 'EC', crv: 'P-521', alg: 'ECDH-ES', use: 'enc', x: 'AA', y: 'AA' };
    return {
      client_id: this.#clientId,
      response_type: 'vp_token',
      response_mode: 'direct_post.jwt',
      response_uri: this.responseUri,
      nonce: 'verifier-nonce',
      state: 'verifier-state',
      aud: 'https://self-issued.me/v2',
      dcql_query: {
        credentials: [{ id: 'permit', format: 'dc+sd-jwt', meta: { vct_values: [permitType] }, claims: [{ path: ['plate'] }] }],
      },
      client_metadata: {
        jwks: { keys: [unusable, { kty, crv, x, y, kid: 'enc-1', use: 'enc', alg: 'ECDH-ES' }] },
        encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
        vp_formats_supported: { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] } },
      },
      modellstadt_purpose: { de: 'Um den Antrag zu prüfen', en: 'To check the application' },
    };
  }

  async #requestObject(extra: Parameters): Promise<Response> {
    this.#request = this.change({ ...(await this.#parameters()), ...extra });
    const jwt = await signToken(this.signer, this.header, this.#request);
    return new Response(jwt, { headers: { 'Content-Type': 'application/oauth-authz-req+jwt' } });
  }

  async #receive(form: Record<string, string>): Promise<Response> {
    this.forms.push(form);
    if (form.error) {
      this.refusals.push(form);
      return this.reply();
    }
    const parsed = await new Openid4vpVerifier({ callbacks: this.#callbacks() as never }).parseOpenid4vpAuthorizationResponse({
      authorizationResponse: form,
      authorizationRequestPayload: this.#request as never,
      callbacks: this.#callbacks(),
    });
    if (parsed.type !== 'dcql') return json({ error: 'invalid_request' }, 400);
    for (const presentation of Object.values(parsed.dcql.presentations).flat()) {
      this.answers.push(await this.#readAny(presentation as string));
    }
    return this.reply();
  }

  #callbacks(): Pick<CallbackContext, 'decryptJwe' | 'verifyJwt'> {
    return {
      decryptJwe: async (jwe) => {
        const { plaintext } = await compactDecrypt(jwe, this.#encryption.privateKey);
        return { decrypted: true, decryptionJwk: { kty: 'EC' }, payload: new TextDecoder().decode(plaintext) };
      },
      verifyJwt: () => ({ verified: false }),
    };
  }

  async #readAny(presentation: string): Promise<Shown> {
    if (presentation.includes('~')) return this.#read(presentation);
    const key = this.#request.response_mode === 'direct_post.jwt' ? ((await exportJWK(this.#encryption.publicKey)) as JsonWebKey) : undefined;
    const asked = { clientId: this.#clientId, nonce: String(this.#request.nonce), responseUri: String(this.#request.response_uri), key };
    return { claims: await readDeviceResponse(presentation, asked), binding: {} };
  }

  /** Checks signatures of credential and key binding and returns what can be seen. */
  async #read(presentation: string): Promise<Shown> {
    const verify = async (jwk: JsonWebKey, data: string, signature: string) => {
      const key = await crypto.subtle.importKey('jwk', jwk, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
      return crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, fromBase64Url(signature), utf8(data));
    };
    const instance = new SDJwtInstance({
      hasher: (data) => sha256(typeof data === 'string' ? utf8(data) : new Uint8Array(data)),
      verifier: () => true,
      kbVerifier: (data, signature, payload) => verify((payload.cnf as unknown as { jwk: JsonWebKey }).jwk, data, signature),
    });
    const { payload, kb } = await instance.verify(presentation, { currentDate: this.#now, keyBindingNonce: String(this.#request.nonce) });
    return { claims: payload as Record<string, unknown>, binding: kb!.payload as unknown as Record<string, unknown> };
  }
}
