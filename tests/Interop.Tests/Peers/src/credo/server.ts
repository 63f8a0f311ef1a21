/** Credo as issuer and verifier: one agent behind one Express app. */
import { randomUUID } from 'node:crypto';
import { Kms, MdocDeviceResponse, X509Certificate, type DcqlQuery } from '@credo-ts/core';
import { OpenId4VcVerificationSessionState, type OpenId4VciCredentialRequestToCredentialMapper } from '@credo-ts/openid4vc';
import express from 'express';
import { configurationId, credentialIssuerMetadataFrom, documentType, mdocConfiguration, mdocConfigurationId, vct } from '../oid4vc/issuerMetadata.js';
import type { Offered, Wish } from '../oid4vc/issuer.js';
import type { Question } from '../oid4vc/verifier.js';
import type { Identity, Pki } from '../pki.js';
import type { PeerServer } from '../server.js';
import { startServer } from './agent.js';

const lifetimeSeconds = 3600;
const paths = { issuers: '/credo-issuers', verifiers: '/credo-verifiers' };

export class CredoServer {
  readonly #origin: string;
  readonly #pki: Pki;
  #agent!: Awaited<ReturnType<typeof startServer>>;
  readonly #anchors = new Map<string, string[]>();

  private constructor(origin: string, pki: Pki) {
    this.#origin = origin;
    this.#pki = pki;
  }

  static async start(peers: PeerServer, pki: Pki): Promise<CredoServer> {
    const server = new CredoServer(await peers.origin(), pki);
    const app = express();
    server.#agent = await startServer(
      { getTrustedCertificatesForVerification: (_, { verification }) => server.#anchors.get((verification as { openId4VcVerificationSessionId?: string }).openId4VcVerificationSessionId ?? '') ?? [] },
      {
        app,
        issuer: { baseUrl: `${server.#origin}${paths.issuers}`, credentialRequestToCredentialMapper: server.#sign },
        verifier: { baseUrl: `${server.#origin}${paths.verifiers}` },
      },
    );
    for (const { certificate, secret } of [pki.issuer, pki.verifier]) await server.#agent.kms.importKey({ privateJwk: { ...secret, kid: keyIdOf(certificate) } as never });
    peers.mount([paths.issuers, `/.well-known/openid-credential-issuer${paths.issuers}`, `/.well-known/oauth-authorization-server${paths.issuers}`, paths.verifiers], app);
    return server;
  }

  async createIssuer(): Promise<string> {
    const { batch_credential_issuance: batch, display, credential_configurations_supported: configurations } = credentialIssuerMetadataFrom('');
    const { issuerId } = await this.#agent.openid4vc.issuer.createIssuer({
      accessTokenSignerKeyType: { kty: 'EC', crv: 'P-256' },
      dpopSigningAlgValuesSupported: ['ES256'],
      batchCredentialIssuance: { batchSize: batch!.batch_size },
      display: display as never,
      credentialConfigurationsSupported: { ...configurations, [mdocConfigurationId]: mdocConfiguration } as never,
    });
    return issuerId;
  }

  async offer({ peer, claims, withTransactionCode, format }: { peer: string; format?: string } & Wish): Promise<Offered> {
    const { credentialOffer, issuanceSession } = await this.#agent.openid4vc.issuer.createCredentialOffer({
      issuerId: peer,
      credentialConfigurationIds: [format === 'mso_mdoc' ? mdocConfigurationId : configurationId],
      issuanceMetadata: { claims },
      preAuthorizedCodeFlowConfig: { ...(withTransactionCode && { txCode: { input_mode: 'numeric', length: 4 } }) },
    });
    return { link: credentialOffer, ...(issuanceSession.userPin !== undefined && { transactionCode: issuanceSession.userPin }) };
  }

  async createVerifier(): Promise<string> {
    return (await this.#agent.openid4vc.verifier.createVerifier()).verifierId;
  }

  async ask({ peer, query, anchors, responseMode = 'direct_post.jwt', clientIdPrefix = 'x509_hash' }: { peer: string } & Question): Promise<{ id: string; link: string }> {
    const { authorizationRequest, verificationSession } = await this.#agent.openid4vc.verifier.createAuthorizationRequest({
      verifierId: peer,
      requestSigner: { method: 'x5c', x5c: [certificateOf(this.#pki.verifier)], clientIdPrefix } as never,
      responseMode,
      dcql: { query: query as DcqlQuery },
      authorizationResponseRedirectUri: `${this.#origin}/done?${randomUUID()}`,
    });
    this.#anchors.set(verificationSession.id, anchors);
    return { id: verificationSession.id, link: authorizationRequest };
  }

  async result(id: string): Promise<{ credentials?: Record<string, unknown>; error?: string }> {
    const { verifier } = this.#agent.openid4vc;
    const session = await verifier.getVerificationSessionById(id);
    if (session.state !== OpenId4VcVerificationSessionState.ResponseVerified) return { error: session.errorMessage ?? session.state };
    const { dcql } = await verifier.getVerifiedAuthorizationResponse(id);
    return { credentials: Object.fromEntries(Object.entries(dcql!.presentations).map(([queryId, [shown]]) => [queryId, readShown(shown)])) };
  }

  readonly #sign: OpenId4VciCredentialRequestToCredentialMapper = ({ issuanceSession, holderBinding, credentialConfiguration }) => {
    const { claims } = issuanceSession.issuanceMetadata as { claims: Record<string, unknown> };
    if (credentialConfiguration.format === 'mso_mdoc') return this.#signMdocs(claims, holderBinding.keys.map(({ jwk }) => jwk));
    const payload = { ...claims, vct, exp: Math.floor(Date.now() / 1000) + lifetimeSeconds };
    return {
      type: 'credentials',
      format: 'dc+sd-jwt',
      credentials: holderBinding.keys.map((holder) => ({
        payload,
        holder: holder as { method: 'jwk'; jwk: Kms.PublicJwk },
        issuer: { method: 'x5c', x5c: [certificateOf(this.#pki.issuer)], issuer: `${this.#origin}${paths.issuers}/${issuanceSession.issuerId}` },
        disclosureFrame: { _sd: Object.keys(claims) },
      })),
    };
  };

  #signMdocs(claims: Record<string, unknown>, holderKeys: Kms.PublicJwk[]) {
    const validUntil = new Date(Date.now() + lifetimeSeconds * 1000);
    return {
      type: 'credentials' as const,
      format: 'mso_mdoc' as const,
      credentials: holderKeys.map((holderKey) => ({
        docType: documentType,
        holderKey,
        namespaces: { [documentType]: claims },
        validityInfo: { validUntil },
        issuerCertificate: certificateOf(this.#pki.issuer),
      })),
    };
  }
}

function certificateOf({ certificate }: Identity): X509Certificate {
  const read = X509Certificate.fromEncodedCertificate(certificate);
  read.publicJwk.keyId = keyIdOf(certificate);
  return read;
}

/** The claims of an SD-JWT VC, or the elements of an mdoc by name space. */
function readShown(shown: unknown): unknown {
  return shown instanceof MdocDeviceResponse ? shown.documents[0]!.issuerSignedNamespaces : (shown as { prettyClaims: unknown }).prettyClaims;
}

function keyIdOf(certificate: string): string {
  return certificate.slice(-40);
}
