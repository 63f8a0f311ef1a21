/** @openid4vc/openid4vci, @openid4vc/openid4vp, dcql and @sd-jwt/sd-jwt-vc as a wallet. */
import { DcqlQuery, type DcqlCredential } from 'dcql';
import type { Jwk, RequestDpopOptions } from '@openid4vc/oauth2';
import { Openid4vciClient, type CredentialOfferObject, type IssuerMetadataResult } from '@openid4vc/openid4vci';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { decodeJwt, type JWK } from 'jose';
import { callbacks } from '../callbacks.js';
import { KeyRing } from '../keys.js';
import { sdJwtHolder, sdJwtVerifier } from '../sdJwtVc.js';
import { attestedWallet, type WalletProvider } from './walletProvider.js';

const clientId = 'https://foreign-wallet.example';
const redirectUri = 'https://foreign-wallet.example/callback';

interface HeldCredential {
  key: JWK;
  sdJwt: string;
  claims: Record<string, unknown> & { vct: string };
}

/** How the wallet proves that it holds its keys. */
export type ProofKind = 'jwt' | 'attested jwt' | 'attestation';

interface Access {
  accessToken: string;
  dpop?: RequestDpopOptions;
}

interface Request {
  issuerMetadata: IssuerMetadataResult;
  access: Access;
  keys: Jwk[];
}

interface Asked {
  client: Openid4vciClient;
  credentialOffer: CredentialOfferObject;
  issuerMetadata: IssuerMetadataResult;
  pkceCodeVerifier: string;
  dpop: RequestDpopOptions;
}

type Frame = { [name: string]: boolean | Frame };

export class OpenId4VcWallet {
  readonly #keys = new KeyRing();
  readonly #anchors: string[];
  readonly #provider: WalletProvider;
  readonly #issuance: Openid4vciClient;
  readonly #presentation: Openid4vpClient;
  readonly #held: HeldCredential[] = [];
  #asked: Asked | undefined;
  #waiting: (Request & { transactionId: string }) | undefined;

  /** `anchors`: the roots it believes, base64 DER. */
  constructor(anchors: string[], provider: WalletProvider) {
    this.#anchors = anchors;
    this.#provider = provider;
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
    return this.#receiveAll(credentialOffer, issuerMetadata, { accessToken: accessTokenResponse.access_token });
  }

  /** Asks for authorization as HAIP has it: pushed, with PKCE and DPoP, attested. Answers with where the browser goes. */
  async authorize({ offer }: { offer: string }) {
    const instance = await this.#keys.create();
    const client = new Openid4vciClient({
      callbacks: { ...callbacks(this.#keys, this.#anchors), clientAuthentication: attestedWallet(await this.#provider.attestWallet(clientId, instance), this.#keys) },
    });
    const credentialOffer = await client.resolveCredentialOffer(offer);
    const issuerMetadata = await client.resolveIssuerMetadata(credentialOffer.credential_issuer);
    const { authorizationRequestUrl, pkce, dpop } = await client.createAuthorizationRequestUrlFromOffer({
      credentialOffer,
      issuerMetadata,
      clientId,
      redirectUri,
      scope: scopesOf(credentialOffer, issuerMetadata).join(' '),
      dpop: { signer: { method: 'jwk', alg: 'ES256', publicJwk: await this.#keys.create() } },
    });
    this.#asked = { client, credentialOffer, issuerMetadata, pkceCodeVerifier: pkce!.codeVerifier, dpop: dpop! };
    return { address: authorizationRequestUrl };
  }

  /** Goes on from the address that the browser was sent to. */
  async receiveAuthorized({ answer, proof }: { answer: string; proof: ProofKind }) {
    const { client, credentialOffer, issuerMetadata, pkceCodeVerifier, dpop } = this.#asked!;
    const { code } = client.parseAndVerifyAuthorizationResponseRedirectUrl({ url: answer, authorizationServerMetadata: issuerMetadata.authorizationServers[0]! });
    const granted = await client.retrieveAuthorizationCodeAccessTokenFromOffer({
      credentialOffer,
      issuerMetadata,
      authorizationCode: code!,
      pkceCodeVerifier,
      redirectUri,
      dpop,
    });
    const access = { accessToken: granted.accessTokenResponse.access_token, dpop: granted.dpop! };
    return { tokenType: granted.accessTokenResponse.token_type, ...(await this.#receiveAll(credentialOffer, issuerMetadata, access, proof)) };
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

  /** Fetches what was not ready the last time. */
  async fetchDeferred() {
    const { issuerMetadata, access, transactionId, keys } = this.#waiting!;
    const { deferredCredentialResponse } = await this.#issuance.retrieveDeferredCredentials({ issuerMetadata, ...access, transactionId });
    return { credentials: await this.#settle(deferredCredentialResponse, { issuerMetadata, access, keys }) };
  }

  async #receiveAll({ credential_configuration_ids: ids }: CredentialOfferObject, issuerMetadata: IssuerMetadataResult, access: Access, proof: ProofKind = 'jwt') {
    const credentials = [];
    // One offer names each credential in both formats; this wallet holds SD-JWT VCs.
    const known = ids.filter((id) => issuerMetadata.knownCredentialConfigurations[id]?.format === 'dc+sd-jwt');
    for (const id of known) credentials.push(...(await this.#fetch(id, issuerMetadata, access, proof)));
    return { signedMetadata: issuerMetadata.signedCredentialIssuer !== undefined, credentials };
  }

  async #fetch(credentialConfigurationId: string, issuerMetadata: IssuerMetadataResult, access: Access, proof: ProofKind) {
    const keys = await Promise.all(Array.from({ length: batchSizeOf(issuerMetadata) }, () => this.#keys.create()));
    const { c_nonce: nonce } = await this.#issuance.requestNonce({ issuerMetadata });
    const prove = (key: Jwk, keyAttestationJwt?: string) => this.#prove(key, credentialConfigurationId, issuerMetadata, nonce, keyAttestationJwt);
    const attest = () => this.#provider.attestKeys(keys, nonce);
    const proofs = {
      jwt: async () => ({ jwt: await Promise.all(keys.map((key) => prove(key))) }),
      'attested jwt': async () => ({ jwt: [await prove(keys[0]!, await attest())] }),
      attestation: async () => ({ attestation: [await attest()] }),
    };
    const { credentialResponse } = await this.#issuance.retrieveCredentials({ issuerMetadata, credentialConfigurationId, ...access, proofs: (await proofs[proof]()) as never });
    if (credentialResponse.transaction_id !== undefined) this.#waiting = { issuerMetadata, access, transactionId: credentialResponse.transaction_id, keys };
    return this.#settle(credentialResponse, { issuerMetadata, access, keys });
  }

  /** Verifies and keeps what came, and tells the issuer so. Answers with the claims of each copy. */
  async #settle(response: { credentials?: unknown[] | undefined; notification_id?: string | undefined }, { issuerMetadata, access, keys }: Request) {
    const texts = (response.credentials ?? []).map((entry) => (entry as { credential: string }).credential);
    const received = await Promise.all(texts.map((text) => this.#check(text, keys)));
    this.#held.push(...received);
    if (response.notification_id !== undefined)
      await this.#issuance.sendNotification({ issuerMetadata, ...access, notification: { notificationId: response.notification_id, event: 'credential_accepted' } });
    return received.map(({ claims }) => claims);
  }

  async #prove(key: Jwk, credentialConfigurationId: string, issuerMetadata: IssuerMetadataResult, nonce: string, keyAttestationJwt?: string): Promise<string> {
    const { jwt } = await this.#issuance.createCredentialRequestJwtProof({
      issuerMetadata,
      credentialConfigurationId,
      signer: { method: 'jwk', alg: 'ES256', publicJwk: key },
      nonce,
      issuedAt: new Date(),
      ...(keyAttestationJwt !== undefined && { keyAttestationJwt }),
    });
    return jwt;
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

function scopesOf({ credential_configuration_ids: ids }: CredentialOfferObject, { credentialIssuer }: IssuerMetadataResult): string[] {
  return [...new Set(ids.map((id) => credentialIssuer.credential_configurations_supported[id]?.scope as string))];
}

function asDcql({ sdJwt, claims }: HeldCredential): DcqlCredential {
  return { credential_format: 'dc+sd-jwt', vct: decodeJwt(sdJwt.split('~')[0]!).vct as string, claims: claims as never, cryptographic_holder_binding: true };
}

/** Every leaf of the claims that are shown. */
function frameOf(value: object): Frame {
  return Object.fromEntries(Object.entries(value).map(([name, inner]: [string, unknown]) => [name, typeof inner === 'object' && inner !== null ? frameOf(inner) : true]));
}
