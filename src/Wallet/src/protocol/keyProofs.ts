/** Proofs that the wallet holds the keys its copies are bound to (OpenID4VCI 1.0 section 8.2.1 and appendices F.1, F.3 and D). */
import { ProtocolFailure, type Access, type Context } from './contract';
import type { Proofs } from './credentialEndpoint';
import type { IssuerMetadata } from './issuerMetadata';
import { isObject } from './signedToken';
import type { HolderKey, SigningKeys } from './signingKeys';

const algorithm = 'ES256';

/**
 * One jwt proof for each key; where the issuer wants to know how the keys are kept, with the provider's word for all of them, which
 * stands alone where the issuer reads it so.
 */
export async function proveKeys(
  metadata: IssuerMetadata, configurationId: string, holderKeys: HolderKey[], nonce: string | undefined, access: Access, keys: SigningKeys, context: Context,
): Promise<Proofs> {
  const { jwt, attestation } = readProofTypes(metadata.knownCredentialConfigurations[configurationId]);
  const required = [jwt, attestation].some((type) => type?.key_attestations_required !== undefined);
  const word = required ? await attest(holderKeys, nonce, context) : undefined;
  if (word !== undefined && attestation) return { attestation: [word] };
  if (jwt && !algorithmsOf(jwt).includes(algorithm)) throw impossible('proof_signing_alg_values_supported');
  const header = { typ: 'openid4vci-proof+jwt', alg: algorithm, ...(word !== undefined && { key_attestation: word }) };
  const payload = {
    aud: metadata.credentialIssuer.credential_issuer,
    iat: context.now(),
    ...(access.clientId !== '' && { iss: access.clientId }),
    ...(nonce !== undefined && { nonce }),
  };
  return { jwt: await Promise.all(holderKeys.map(({ jwk }) => keys.signToken(jwk, { ...header, jwk }, payload))) };
}

async function attest(holderKeys: HolderKey[], nonce: string | undefined, { provider }: Context): Promise<string> {
  if (!provider) throw impossible('key_attestations_required');
  return provider.attestKeys(holderKeys.map(({ keyId, jwk }) => ({ keyId, publicJwk: jwk })), nonce);
}

interface ProofType {
  proof_signing_alg_values_supported?: unknown;
  key_attestations_required?: unknown;
}

function readProofTypes(configuration: { proof_types_supported?: unknown } | undefined): { jwt?: ProofType; attestation?: ProofType } {
  const types = configuration?.proof_types_supported;
  if (types === undefined) return {};
  const known = isObject(types) ? types : {};
  const found = { ...(isObject(known.jwt) && { jwt: known.jwt }), ...(isObject(known.attestation) && { attestation: known.attestation }) };
  if (Object.keys(found).length === 0) throw impossible('proof_types_supported');
  return found;
}

function algorithmsOf(type: ProofType): unknown[] {
  return Array.isArray(type.proof_signing_alg_values_supported) ? type.proof_signing_alg_values_supported : [];
}

function impossible(detail: string): ProtocolFailure {
  return new ProtocolFailure('unsupported', 'proof_types_supported', detail);
}
