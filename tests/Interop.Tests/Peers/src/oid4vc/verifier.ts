/** @openid4vc/openid4vp, dcql, @sd-jwt/sd-jwt-vc and jose as a verifier: x509_hash or x509_san_dns, request by reference, direct_post with or without encryption. */
import { createHash, randomUUID } from 'node:crypto';
import { DcqlPresentationResult, DcqlQuery } from 'dcql';
import { Openid4vpVerifier, type Openid4vpAuthorizationRequest } from '@openid4vc/openid4vp';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { callbacks } from '../callbacks.js';
import { KeyRing } from '../keys.js';
import type { Identity } from '../pki.js';
import { sdJwtVerifier } from '../sdJwtVc.js';
import type { Incoming, PeerServer, Reply } from '../server.js';

export interface Question {
  query: DcqlQuery.Input;
  /** Roots of the issuers that count, base64 DER. */
  anchors: string[];
  /** How wallets answer; encrypted where nothing is said. */
  responseMode?: 'direct_post.jwt' | 'direct_post';
  /** Under which kind of name is asked; `x509_hash` where nothing is said. */
  clientIdPrefix?: 'x509_hash' | 'x509_san_dns';
}

interface Asked extends Question {
  request: Openid4vpAuthorizationRequest;
  secret: JWK;
  result?: Record<string, unknown>;
  error?: string;
}

export class OpenId4VcVerifier {
  readonly #server: PeerServer;
  readonly #identity: Identity;
  readonly #asked = new Map<string, Asked>();

  constructor(server: PeerServer, identity: Identity) {
    this.#server = server;
    this.#identity = identity;
  }

  /** Asks; answers with the id of the question and the link for wallets. */
  async ask(question: Question): Promise<{ id: string; link: string }> {
    const id = randomUUID();
    const origin = await this.#server.origin();
    const address = `${origin}/oid4vc-verifier/${id}`;
    const { publicKey, privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    const encryptionKey = { ...(await exportJWK(publicKey)), kid: id, use: 'enc', alg: 'ECDH-ES' };
    const keys = new KeyRing();
    const signingKey = await keys.add(this.#identity.secret);
    const clientId = question.clientIdPrefix === 'x509_san_dns' ? `x509_san_dns:${new URL(origin).hostname}` : `x509_hash:${hashOf(this.#identity)}`;
    const query = DcqlQuery.parse(question.query);
    DcqlQuery.validate(query);
    const verifier = new Openid4vpVerifier({ callbacks: { ...callbacks(keys, []), signJwt: keys.signing(signingKey) } });
    const { jar, authorizationRequestPayload, authorizationRequest } = await verifier.createOpenId4vpAuthorizationRequest({
      scheme: 'openid4vp://',
      authorizationRequestPayload: {
        response_type: 'vp_token',
        response_mode: question.responseMode ?? 'direct_post.jwt',
        client_id: clientId,
        response_uri: `${address}/response`,
        nonce: randomUUID(),
        state: randomUUID(),
        dcql_query: question.query,
        aud: 'https://self-issued.me/v2',
        client_metadata: {
          jwks: { keys: [encryptionKey as never] },
          encrypted_response_enc_values_supported: ['A128GCM', 'A256GCM'],
          vp_formats_supported: { 'dc+sd-jwt': { 'sd-jwt_alg_values': ['ES256'], 'kb-jwt_alg_values': ['ES256'] } },
        },
      },
      jar: { jwtSigner: { method: 'x5c', alg: 'ES256', x5c: [this.#identity.certificate] }, requestUri: `${address}/request`, expiresInSeconds: 300 },
    });
    const asked: Asked = { ...question, request: authorizationRequestPayload as Openid4vpAuthorizationRequest, secret: { ...(await exportJWK(privateKey)), kid: id } };
    this.#asked.set(id, asked);
    this.#server.on('GET', `/oid4vc-verifier/${id}/request`, () => ({ type: 'application/oauth-authz-req+jwt', body: jar!.authorizationRequestJwt }));
    this.#server.on('POST', `/oid4vc-verifier/${id}/response`, (request) => this.#take(asked, request, `${origin}/done`));
    return { id, link: authorizationRequest };
  }

  /** The claims of each credential shown, or why the answer does not count. */
  result(id: string): { credentials?: Record<string, unknown>; error?: string } {
    const { result, error } = this.#asked.get(id)!;
    return { ...(result && { credentials: result }), ...(error !== undefined && { error }) };
  }

  async #take(asked: Asked, { body }: Incoming, redirectUri: string): Promise<Reply> {
    try {
      asked.result = await check(asked, Object.fromEntries(new URLSearchParams(body)));
      return { body: { redirect_uri: redirectUri } };
    } catch (error) {
      asked.error = error instanceof Error ? error.message : String(error);
      return { status: 400, body: { error: 'invalid_request', error_description: asked.error } };
    }
  }
}

function hashOf({ certificate }: Identity): string {
  return createHash('sha256').update(Buffer.from(certificate, 'base64')).digest('base64url');
}

async function check({ request, secret, query, anchors }: Asked, authorizationResponse: Record<string, unknown>): Promise<Record<string, unknown>> {
  if (typeof authorizationResponse.error === 'string') throw new Error(authorizationResponse.error);
  const verifier = new Openid4vpVerifier({ callbacks: callbacks(new KeyRing(), anchors, [secret]) });
  const response = await verifier.parseOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request,
    authorizationResponse,
    callbacks: callbacks(new KeyRing(), anchors, [secret]),
  });
  if (response.type !== 'dcql') throw new TypeError('not an answer to DCQL');
  const shown: Record<string, { vct: string; claims: Record<string, unknown> }> = {};
  for (const [queryId, [presentation]] of Object.entries(response.dcql.presentations)) shown[queryId] = await checkOne(presentation as string, request, anchors);
  const dcqlQuery = DcqlQuery.parse(query);
  const { can_be_satisfied: satisfied } = DcqlPresentationResult.fromDcqlPresentation(
    Object.fromEntries(Object.entries(shown).map(([queryId, { vct, claims }]) => [queryId, [{ credential_format: 'dc+sd-jwt', vct, claims: claims as never, cryptographic_holder_binding: true }]])) as never,
    { dcqlQuery },
  );
  if (!satisfied) throw new TypeError('the answer does not satisfy the question');
  return Object.fromEntries(Object.entries(shown).map(([queryId, { claims }]) => [queryId, claims]));
}

async function checkOne(presentation: string, request: Openid4vpAuthorizationRequest, anchors: string[]) {
  const { payload, kb } = await sdJwtVerifier(anchors).verify(presentation, { keyBindingNonce: request.nonce });
  if (kb?.payload.aud !== request.client_id) throw new TypeError('bound to another verifier');
  if (Math.abs(kb.payload.iat - Date.now() / 1000) > 300) throw new TypeError('bound at another time');
  return { vct: (payload as { vct: string }).vct, claims: payload as Record<string, unknown> };
}
