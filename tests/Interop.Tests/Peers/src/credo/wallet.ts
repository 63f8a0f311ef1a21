/** Credo as a wallet. */
import { Kms, MdocRecord, type SdJwtVcRecord } from '@credo-ts/core';
import {
  OpenId4VciAuthorizationFlow,
  type OpenId4VciCredentialResponse,
  type OpenId4VciDeferredCredentialResponse,
  type OpenId4VciDpopRequestOptions,
  type OpenId4VciMetadata,
  type OpenId4VciRequestTokenResponse,
  type OpenId4VciResolvedCredentialOffer,
} from '@credo-ts/openid4vc';
import { startWallet } from './agent.js';

const clientId = 'https://credo-wallet.example';
const redirectUri = 'https://credo-wallet.example/callback';

interface Visit {
  metadata: OpenId4VciMetadata;
  accessToken: string;
  dpop?: OpenId4VciDpopRequestOptions;
}

interface Asked {
  resolvedCredentialOffer: OpenId4VciResolvedCredentialOffer;
  codeVerifier: string;
  dpop: OpenId4VciDpopRequestOptions;
}

export class CredoWallet {
  readonly #agent: Awaited<ReturnType<typeof startWallet>>;

  #asked: Asked | undefined;
  #waiting: (Visit & { deferred: OpenId4VciDeferredCredentialResponse }) | undefined;

  private constructor(agent: Awaited<ReturnType<typeof startWallet>>) {
    this.#agent = agent;
  }

  /** `anchors`: the roots it believes, base64 DER. */
  static async create(anchors: string[]): Promise<CredoWallet> {
    return new CredoWallet(await startWallet({ trustedCertificates: anchors }));
  }

  /** Takes what is offered in one of the formats. */
  async receive({ offer, transactionCode, format = 'dc+sd-jwt' }: { offer: string; transactionCode?: string; format?: string }) {
    const { holder } = this.#agent.openid4vc;
    const resolvedCredentialOffer = await holder.resolveCredentialOffer(offer);
    const token = await holder.requestToken({ resolvedCredentialOffer, ...(transactionCode !== undefined && { txCode: transactionCode }) });
    return this.#fetch(resolvedCredentialOffer, token, format);
  }

  /** Asks for authorization: pushed, with PKCE and DPoP where the server knows them. Answers with where the browser goes. */
  async authorize({ offer }: { offer: string }) {
    const { holder } = this.#agent.openid4vc;
    const resolvedCredentialOffer = await holder.resolveCredentialOffer(offer);
    const resolved = await holder.resolveOpenId4VciAuthorizationRequest(resolvedCredentialOffer, { clientId, redirectUri });
    if (resolved.authorizationFlow !== OpenId4VciAuthorizationFlow.Oauth2Redirect) throw new TypeError('no way through a browser');
    this.#asked = { resolvedCredentialOffer, codeVerifier: resolved.codeVerifier!, dpop: resolved.dpop! };
    return { address: resolved.authorizationRequestUrl };
  }

  /** Goes on from the address that the browser was sent to. */
  async receiveAuthorized({ answer }: { answer: string }) {
    const { holder } = this.#agent.openid4vc;
    const { resolvedCredentialOffer, codeVerifier, dpop } = this.#asked!;
    const { authorizationCode } = holder.parseAuthorizationCodeFromAuthorizationResponse({ resolvedCredentialOffer, authorizationResponseRedirectUrl: answer });
    const token = await holder.requestToken({ resolvedCredentialOffer, code: authorizationCode, clientId, redirectUri, codeVerifier, dpop });
    const signedMetadata = resolvedCredentialOffer.metadata.signedCredentialIssuer !== undefined;
    return { tokenType: token.accessTokenResponse.token_type, signedMetadata, ...(await this.#fetch(resolvedCredentialOffer, { ...token, clientId })) };
  }

  async present({ link }: { link: string }) {
    const { holder } = this.#agent.openid4vc;
    const { authorizationRequestPayload, dcql } = await holder.resolveOpenId4VpAuthorizationRequest(link);
    if (!dcql?.queryResult.can_be_satisfied) throw new TypeError('no credential answers the question');
    const { serverResponse } = await holder.acceptOpenId4VpAuthorizationRequest({
      authorizationRequestPayload,
      dcql: { credentials: holder.selectCredentialsForDcqlRequest(dcql.queryResult) },
    });
    return serverResponse;
  }

  async #fetch(resolvedCredentialOffer: OpenId4VciResolvedCredentialOffer, access: OpenId4VciRequestTokenResponse & { clientId?: string }, wanted = 'dc+sd-jwt') {
    const { credentials, deferredCredentials, dpop } = await this.#agent.openid4vc.holder.requestCredentials({
      resolvedCredentialOffer,
      // One offer names each credential in both formats.
      credentialConfigurationIds: Object.entries(resolvedCredentialOffer.offeredCredentialConfigurations).flatMap(([id, { format }]) => (format === wanted ? [id] : [])),
      ...access,
      verifyCredentialStatus: true,
      credentialBindingResolver: async ({ issuerMaxBatchSize }) => ({
        method: 'jwk',
        keys: await Promise.all(Array.from({ length: issuerMaxBatchSize }, () => this.#newKey())),
      }),
    });
    const visit = { metadata: resolvedCredentialOffer.metadata, accessToken: access.accessTokenResponse.access_token, ...(dpop && { dpop }) };
    this.#waiting = deferredCredentials.map((deferred) => ({ ...visit, deferred }))[0];
    return { credentials: await this.#settle(credentials, visit) };
  }

  /** Fetches what was not ready the last time. */
  async fetchDeferred() {
    const { deferred, ...visit } = this.#waiting!;
    const { credentials } = await this.#agent.openid4vc.holder.requestDeferredCredentials({ ...deferred, ...visit, issuerMetadata: visit.metadata, verifyCredentialStatus: true });
    return { credentials: await this.#settle(credentials, visit) };
  }

  /** Keeps what came, and tells the issuer so. Answers with the claims of each copy. */
  async #settle(credentials: OpenId4VciCredentialResponse[], visit: Visit) {
    for (const { record, notificationId } of credentials) {
      await (record instanceof MdocRecord ? this.#agent.mdoc.store({ record }) : this.#agent.sdJwtVc.store({ record: record as SdJwtVcRecord }));
      if (notificationId !== undefined) await this.#agent.openid4vc.holder.sendNotification({ ...visit, notificationId, notificationEvent: 'credential_accepted' as never });
    }
    return credentials.flatMap(({ record }) => (record instanceof MdocRecord ? this.#elementsOf(record) : this.#claimsOf(record as SdJwtVcRecord)));
  }

  #claimsOf({ credentialInstances }: SdJwtVcRecord): unknown[] {
    return credentialInstances.map(({ compactSdJwtVc }) => this.#agent.sdJwtVc.fromCompact(compactSdJwtVc).prettyClaims);
  }

  #elementsOf({ credentialInstances }: MdocRecord): unknown[] {
    return credentialInstances.map(({ issuerSignedBase64Url }) => this.#agent.mdoc.fromBase64Url(issuerSignedBase64Url).issuerSignedNamespaces);
  }

  async #newKey(): Promise<Kms.PublicJwk> {
    const { publicJwk } = await this.#agent.kms.createKey({ type: { kty: 'EC', crv: 'P-256' } });
    return Kms.PublicJwk.fromPublicJwk(publicJwk);
  }
}
