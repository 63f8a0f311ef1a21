/** What the foreign issuer says about itself. */
import { authorizationCodeGrantIdentifier, preAuthorizedCodeGrantIdentifier, type AuthorizationServerMetadata } from '@openid4vc/oauth2';
import type { CredentialIssuerMetadata } from '@openid4vc/openid4vci';

export const configurationId = 'library-card';
export const vct = 'urn:foreign:library-card:1';
export const mdocConfigurationId = 'library-card-mdoc';
/** Of the card as mdoc, and the name space of its elements. */
export const documentType = 'org.foreign.library-card.1';

/** The card as mdoc; only Credo issues it. */
export const mdocConfiguration = {
  format: 'mso_mdoc',
  doctype: documentType,
  scope: mdocConfigurationId,
  cryptographic_binding_methods_supported: ['cose_key'],
  credential_signing_alg_values_supported: [-7],
  proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
  credential_metadata: { display: [{ name: 'Library card', locale: 'en' }] },
};

export function credentialIssuerMetadataFrom(address: string): CredentialIssuerMetadata {
  return {
    credential_issuer: address,
    credential_endpoint: `${address}/credential`,
    nonce_endpoint: `${address}/nonce`,
    batch_credential_issuance: { batch_size: 4 },
    display: [{ name: 'Foreign library', locale: 'en' }],
    credential_configurations_supported: {
      [configurationId]: {
        format: 'dc+sd-jwt',
        vct,
        scope: configurationId,
        cryptographic_binding_methods_supported: ['jwk'],
        credential_signing_alg_values_supported: ['ES256'],
        proof_types_supported: { jwt: { proof_signing_alg_values_supported: ['ES256'] } },
        credential_metadata: {
          display: [{ name: 'Library card', locale: 'en', background_color: '#204060', text_color: '#ffffff' }],
          claims: [{ path: ['member'], display: [{ name: 'Member', locale: 'en' }] }],
        },
      },
    },
  };
}

export function authorizationServerMetadataFrom(address: string): AuthorizationServerMetadata {
  return {
    issuer: address,
    token_endpoint: `${address}/token`,
    jwks_uri: `${address}/jwks`,
    response_types_supported: ['code'],
    authorization_endpoint: `${address}/authorize`,
    pushed_authorization_request_endpoint: `${address}/par`,
    grant_types_supported: [authorizationCodeGrantIdentifier, preAuthorizedCodeGrantIdentifier],
    token_endpoint_auth_methods_supported: ['none', 'attest_jwt_client_auth'],
    code_challenge_methods_supported: ['S256'],
    authorization_response_iss_parameter_supported: true,
    'pre-authorized_grant_anonymous_access_supported': true,
    dpop_signing_alg_values_supported: ['ES256'],
  };
}
