/** Credo as a wallet. */
import { Kms, type SdJwtVcRecord } from '@credo-ts/core';
import { startWallet } from './agent.js';

export class CredoWallet {
  readonly #agent: Awaited<ReturnType<typeof startWallet>>;

  private constructor(agent: Awaited<ReturnType<typeof startWallet>>) {
    this.#agent = agent;
  }

  /** `anchors`: the roots it believes, base64 DER. */
  static async create(anchors: string[]): Promise<CredoWallet> {
    return new CredoWallet(await startWallet({ trustedCertificates: anchors }));
  }

  async receive({ offer, transactionCode }: { offer: string; transactionCode?: string }) {
    const { holder } = this.#agent.openid4vc;
    const resolvedCredentialOffer = await holder.resolveCredentialOffer(offer);
    const token = await holder.requestToken({ resolvedCredentialOffer, ...(transactionCode !== undefined && { txCode: transactionCode }) });
    const { credentials } = await holder.requestCredentials({
      resolvedCredentialOffer,
      ...token,
      verifyCredentialStatus: true,
      credentialBindingResolver: async ({ issuerMaxBatchSize }) => ({
        method: 'jwk',
        keys: await Promise.all(Array.from({ length: issuerMaxBatchSize }, () => this.#newKey())),
      }),
    });
    const records = credentials.map(({ record }) => record as SdJwtVcRecord);
    for (const record of records) await this.#agent.sdJwtVc.store({ record });
    return { credentials: records.flatMap(({ credentialInstances }) => credentialInstances.map(({ compactSdJwtVc }) => this.#agent.sdJwtVc.fromCompact(compactSdJwtVc).prettyClaims)) };
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

  async #newKey(): Promise<Kms.PublicJwk> {
    const { publicJwk } = await this.#agent.kms.createKey({ type: { kty: 'EC', crv: 'P-256' } });
    return Kms.PublicJwk.fromPublicJwk(publicJwk);
  }
}
