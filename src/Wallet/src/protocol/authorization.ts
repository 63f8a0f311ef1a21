/** Asking the person on the issuer's own page and coming back with a code (OpenID4VCI 1.0 section 5, HAIP 1.0 section 4). */
import { setGlobalConfig } from '@openid4vc/oauth2';
import { randomText, readAuthorizationAnswer, type AskedFor } from './authorizationServer';
import { ProtocolFailure, type Context, type Departure, type Issued, type PendingAuthorization } from './contract';
import { explained } from './failures';
import { Issuance } from './issuance';
import { resolveIssuer, type KnownIssuer } from './issuerMetadata';

const patienceSeconds = 30 * 60;

/** Where browsers come back to; an address of the wallet's own, which no other app can claim (attack 22). */
export const returnPath = '/receive/return';

export interface Invitation {
  server: string | undefined;
  issuerState: string | undefined;
}

/** Pushes the request and says where the browser goes. */
export async function beginAuthorization(known: KnownIssuer, configurationIds: string[], invitation: Invitation, context: Context): Promise<Departure> {
  const { server, keys } = new Issuance(known, context, invitation.server);
  const dpop = await server.newTokenKey();
  const pending = {
    id: randomText(),
    issuer: known.metadata.credentialIssuer.credential_issuer,
    configurationIds,
    redirectUri: `${context.origin}${returnPath}`,
    codeVerifier: randomText(),
    until: context.now() + patienceSeconds,
    ...(dpop && { dpop: { keyId: dpop.keyId, publicJwk: dpop.jwk } }),
  };
  const { issuerState } = invitation;
  try {
    return await server.begin(pending, { ...whatIsAsked(known, configurationIds), ...(issuerState !== undefined && { issuer_state: issuerState }) });
  } catch (error) {
    await keys.removeOthers([]);
    throw error;
  }
}

/**
 * Checks the answer against the request it claims to answer, then fetches the credentials. Every request has its own state, verifier and
 * key, so a code that somebody else got is worth nothing here (attacks 6 and 7).
 */
export function finishAuthorization(address: URL, pending: PendingAuthorization, context: Context): Promise<Issued> {
  return explained(async () => {
    setGlobalConfig({ allowInsecureUrls: context.config.insecureHttpAllowed });
    try {
      if (pending.until <= context.now()) throw new ProtocolFailure('expired', 'state');
      const issuance = new Issuance(await resolveIssuer(pending.issuer, context), context, pending.server);
      return await issuance.redeemCode(pending, readAuthorizationAnswer(address, pending, issuance.server.metadata));
    } catch (error) {
      await context.keys.remove(pending.dpop ? [pending.dpop.keyId] : []);
      throw error;
    }
  });
}

/** Section 5.1: by scope where every configuration has one, otherwise by authorization details. */
function whatIsAsked({ metadata }: KnownIssuer, ids: string[]): AskedFor {
  const scopes = ids.map((id) => metadata.knownCredentialConfigurations[id]?.scope);
  if (scopes.every((scope) => scope !== undefined)) return { scope: [...new Set(scopes)].join(' ') };
  const { credential_issuer: issuer, authorization_servers: servers } = metadata.credentialIssuer;
  const details = ids.map((id) => ({ type: 'openid_credential', credential_configuration_id: id, ...(servers && { locations: [issuer] }) }));
  return { authorization_details: JSON.stringify(details) };
}
