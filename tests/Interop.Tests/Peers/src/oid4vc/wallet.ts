/** @openid4vc/openid4vci, @openid4vc/openid4vp, dcql and @sd-jwt/sd-jwt-vc as a wallet. */
import { DcqlQuery, type DcqlCredential } from 'dcql';
import type { Jwk } from '@openid4vc/oauth2';
import { Openid4vciClient, type IssuerMetadataResult } from '@openid4vc/openid4vci';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { decodeJwt, type JWK } from 'jose';
import { callbacks } from '../callbacks.js';
import { KeyRing } from '../keys.js';
import { sdJwtHolder, sdJwtVerifier } from '../sdJwtVc.js';

interface HeldCredential {
  key: JWK;
  sdJwt: string;
  claims: Record<string, unknown> & { vct: string };
}

type Frame = { [name: string]: boolean | Frame };

export class OpenId4VcWallet {
  readonly #keys = new KeyRing();
  readonly #anchors: string[];
  readonly #issuance: Openid4vciClient;
  readonly #presentation: Openid4vpClient;
  readonly #held: HeldCredential[] = [];

  /** `anchors`: the roots it believes, base64 DER. */
  constructor(anchors: string[]) {
    this.#anchors = anchors;
    this.#issuance = new Openid4vciClient({ callbacks: callbacks(this.#keys, anchors) });
    this.#presentation = new Openid4vpClient({ callbacks: callbacks(this.#keys, anchors) });
  }

  /** Fetches everything an offer holds with the pre-authorised code, verifies and keeps it; answers with the claims of each copy. */
  async receive({ offer, transactionCode }: { offer: string; transactionCode?: string }) {
    const credentialOffer = await this.#issuance.resolveCredentialOffer(offer);
    const issuerMetadata = await this.#issuance.resolveIssuerMetadata(credentialOffer.credential_issuer);
    const { accessTokenResponse } = await this.#issuance.retrievePreAuthorizedCodeAccessTokenFromOffer({
      credentialOffer,
      issuerMetadata,
      ...(transactionCode !== undefined && { txCode: transactionCode }),
    });
    const received: HeldCredential[] = [];
    for (const id of credentialOffer.credential_configuration_ids) received.push(...(await this.#fetch(id, issuerMetadata, accessTokenResponse.access_token)));
    this.#held.push(...received);
    return { batchSize: batchSizeOf(issuerMetadata), credentials: received.map(({ claims }) => claims) };
  }

  /** Verifies a question, lets `dcql` find what answers it, and posts the encrypted answer. */
  async present({ link }: { link: string }) {
    const { authorizationRequestPayload, dcql, client } = await this.#presentation.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: Object.fromEntries(new URL(link).searchParams) as never,
    });
    const query = DcqlQuery.parse(dcql?.query as DcqlQuery.Input);
    DcqlQuery.validate(query);
    const { nonce } = authorizationRequestPayload as { nonce: string };
    const vpToken = await this.#answer(query, { aud: client.effective, nonce, iat: Math.floor(Date.now() / 1000) });
    const answer = await this.#presentation.createOpenid4vpAuthorizationResponse({
      authorizationRequestPayload,
      authorizationResponsePayload: { vp_token: vpToken },
      jarm: { encryption: { nonce: '' }, serverMetadata: encryptions },
    });
    const { response } = await this.#presentation.submitOpenid4vpAuthorizationResponse({
      authorizationRequestPayload: authorizationRequestPayload as never,
      authorizationResponsePayload: answer.authorizationResponsePayload as never,
      ...(answer.jarm && { jarm: { responseJwt: answer.jarm.responseJwt } }),
    });
    return { status: response.status, body: (await response.json()) as unknown };
  }

  async #fetch(configurationId: string, issuerMetadata: IssuerMetadataResult, accessToken: string): Promise<HeldCredential[]> {
    const keys = await Promise.all(Array.from({ length: batchSizeOf(issuerMetadata) }, () => this.#keys.create()));
    const { c_nonce: nonce } = await this.#issuance.requestNonce({ issuerMetadata });
    const proofs = await Promise.all(keys.map((key) => this.#prove(key, configurationId, issuerMetadata, nonce)));
    const { credentialResponse } = await this.#issuance.retrieveCredentials({
      issuerMetadata,
      credentialConfigurationId: configurationId,
      accessToken,
      proofs: { jwt: proofs as [string, ...string[]] },
    });
    const texts = (credentialResponse.credentials ?? []).map((entry) => (entry as { credential: string }).credential);
    return Promise.all(texts.map((text) => this.#check(text, keys)));
  }

  async #prove(key: Jwk, credentialConfigurationId: string, issuerMetadata: IssuerMetadataResult, nonce: string): Promise<string> {
    const signer = { method: 'jwk', alg: 'ES256', publicJwk: key } as const;
    return (await this.#issuance.createCredentialRequestJwtProof({ issuerMetadata, credentialConfigurationId, signer, nonce, issuedAt: new Date() })).jwt;
  }

  async #check(sdJwt: string, keys: Jwk[]): Promise<HeldCredential> {
    const { payload } = await sdJwtVerifier(this.#anchors).verify(sdJwt);
    const bound = (payload.cnf as { jwk: JWK }).jwk;
    const key = keys.find(({ x, y }) => x === bound.x && y === bound.y);
    if (!key) throw new TypeError('bound to a key that is not ours');
    return { key: key as JWK, sdJwt, claims: payload as HeldCredential['claims'] };
  }

  async #answer(query: DcqlQuery, binding: { aud: string; nonce: string; iat: number }): Promise<Record<string, [string]>> {
    const result = DcqlQuery.query(query, this.#held.map(asDcql));
    if (!result.can_be_satisfied) throw new TypeError('no credential answers the question');
    const answers = Object.values(result.credential_matches).map(async (match) => {
      const found = match.valid_credentials?.[0];
      if (!found) return [];
      const { key, sdJwt } = this.#held.splice(found.input_credential_index, 1)[0]!;
      const frame = frameOf(found.claims.valid_claim_sets[0].output as Record<string, unknown>);
      const shown = await sdJwtHolder(this.#keys, key).present(sdJwt, frame as never, { kb: { payload: binding } });
      return [[match.credential_query_id, [shown]]] as [string, [string]][];
    });
    return Object.fromEntries((await Promise.all(answers)).flat());
  }
}

const encryptions = {
  authorization_signing_alg_values_supported: [],
  authorization_encryption_alg_values_supported: ['ECDH-ES'],
  authorization_encryption_enc_values_supported: ['A256GCM', 'A128GCM'],
};

function batchSizeOf({ credentialIssuer }: IssuerMetadataResult): number {
  return credentialIssuer.batch_credential_issuance?.batch_size ?? 1;
}

function asDcql({ sdJwt, claims }: HeldCredential): DcqlCredential {
  return { credential_format: 'dc+sd-jwt', vct: decodeJwt(sdJwt.split('~')[0]!).vct as string, claims: claims as never, cryptographic_holder_binding: true };
}

/** Every leaf of the claims that are shown. */
function frameOf(value: object): Frame {
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => [name, typeof inner === 'object' && inner !== null ? frameOf(inner) : true]));
}
