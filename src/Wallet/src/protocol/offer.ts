/** Taking what an issuer offers: OpenID4VCI 1.0 section 4, with the pre-authorised code (3.5) or the authorization code (3.4). */
import { authorizationCodeGrantIdentifier, preAuthorizedCodeGrantIdentifier, setGlobalConfig } from '@openid4vc/oauth2';
import type { Openid4vciClient } from '@openid4vc/openid4vci';
import { beginAuthorization } from './authorization';
import { ProtocolFailure, type Catalogue, type Context, type OfferedCredential, type OfferSession } from './contract';
import { readDisplay } from './display';
import { explained } from './failures';
import { batchSizeOf, Issuance } from './issuance';
import { issuerBeforeItsCertificate } from './issuer';
import { formatOf, issuerClient, resolveIssuer, type IssuerMetadata } from './issuerMetadata';
import { HeardNonce, speaksForServer } from './serverNonces';
import { limitedFetch } from './wire';

type CredentialOffer = Awaited<ReturnType<Openid4vciClient['resolveCredentialOffer']>>;

const maximumLinkLength = 16 * 1024;
const maximumOffered = 5;
const maximumListed = 50;

/** Reads an offer by value or by reference and the issuer's metadata; nothing is accepted yet. */
export function openOffer(link: URL, context: Context): Promise<OfferSession> {
  return explained(async () => {
    setGlobalConfig({ allowInsecureUrls: context.config.insecureHttpAllowed });
    const heard = new HeardNonce();
    const offer = await issuerClient(heard.listening(limitedFetch(context.config))).resolveCredentialOffer(offerLink(link));
    const known = await resolveIssuer(offer.credential_issuer, context);
    const credentials = readOffered(offer, known.metadata);
    const ids = credentials.map((credential) => credential.configurationId);
    const { code, server, signIn } = readGrant(offer);
    const serverId = server ?? known.metadata.authorizationServers[0]!.issuer;
    if (speaksForServer(link.searchParams.get('credential_offer_uri') ?? undefined, serverId)) heard.keepFor(serverId);
    const session: OfferSession = {
      issuer: issuerBeforeItsCertificate(known, context),
      credentials,
      copies: batchSizeOf(known),
      accept: (transactionCode) => explained(() => new Issuance(known, context, server).redeemOffer(ids, code, transactionCode)),
      leave: () => explained(() => beginAuthorization(known, ids, { server, issuerState: offer.grants?.authorization_code?.issuer_state }, context)),
    };
    const transactionCode = readTransactionCode(offer);
    if (signIn) return { ...session, signIn: { host: new URL(serverId).host } };
    return transactionCode ? { ...session, transactionCode } : session;
  });
}

/** What an issuer has that this wallet can keep, for a person who starts here. */
export function readCatalogue(issuer: string, context: Context): Promise<Catalogue> {
  return explained(async () => {
    setGlobalConfig({ allowInsecureUrls: context.config.insecureHttpAllowed });
    const known = await resolveIssuer(issuer, context);
    const ids = Object.keys(known.metadata.knownCredentialConfigurations).slice(0, maximumListed);
    return { issuer: issuerBeforeItsCertificate(known, context), credentials: ids.flatMap((id) => readConfiguration(id, known.metadata)) };
  });
}

/** The simpler way where an offer names both: the person has proved before who they are. */
function readGrant({ grants }: CredentialOffer): { code: string; server: string | undefined; signIn: boolean } {
  const preAuthorized = grants?.[preAuthorizedCodeGrantIdentifier];
  if (preAuthorized) return { code: preAuthorized['pre-authorized_code'], server: preAuthorized.authorization_server, signIn: false };
  const withCode = grants?.[authorizationCodeGrantIdentifier];
  // Section 4.1.1: without grants the wallet finds out itself, and there is only one way without a code.
  if (withCode || grants === undefined) return { code: '', server: withCode?.authorization_server, signIn: true };
  throw new ProtocolFailure('unsupported', 'grant', Object.keys(grants).join(' '));
}

/**
 * Only the parameters, under a scheme the library accepts. Version 0.4.6 decodes an offer by value twice, which breaks every
 * offer with a percent sign, so it is encoded twice.
 */
function offerLink(link: URL): string {
  if (link.href.length > maximumLinkLength) throw new ProtocolFailure('malformed', 'size', 'the link is too long');
  const reference = link.searchParams.get('credential_offer_uri');
  const value = link.searchParams.get('credential_offer');
  if ((reference === null) === (value === null)) throw new ProtocolFailure('malformed', 'credential_offer', 'exactly one form expected');
  return reference !== null
    ? `openid-credential-offer://?credential_offer_uri=${encodeURIComponent(reference)}`
    : `openid-credential-offer://?credential_offer=${encodeURIComponent(encodeURIComponent(value!))}`;
}

function readOffered(offer: CredentialOffer, metadata: IssuerMetadata): OfferedCredential[] {
  const ids = offer.credential_configuration_ids;
  if (ids.length === 0 || ids.length > maximumOffered || new Set(ids).size < ids.length) {
    throw new ProtocolFailure('malformed', 'credential_configuration_ids', `1 to ${maximumOffered} different ones expected`);
  }
  const known = ids.flatMap((id) => readConfiguration(id, metadata));
  if (known.length === 0) throw new ProtocolFailure('unsupported', 'format', ids.join(' '));
  return withoutSecondFormats(known);
}

/** One configuration, or none when this wallet does not hold its format. */
function readConfiguration(configurationId: string, metadata: IssuerMetadata): OfferedCredential[] {
  const configuration = metadata.knownCredentialConfigurations[configurationId];
  const format = formatOf(configuration);
  return format ? [{ configurationId, format, ...readDisplay(configuration, configurationId) }] : [];
}

/** One offer may name the same card in several formats: it is taken once, as SD-JWT VC where that is among them. */
function withoutSecondFormats(offered: OfferedCredential[]): OfferedCredential[] {
  const titles = new Set(offered.filter(({ format }) => format === 'dc+sd-jwt').map(({ title }) => title.de));
  return offered.filter(({ format, title }) => format === 'dc+sd-jwt' || !titles.has(title.de));
}

function readTransactionCode(offer: CredentialOffer): OfferSession['transactionCode'] {
  const code = offer.grants?.[preAuthorizedCodeGrantIdentifier]?.tx_code;
  if (!code) return undefined;
  return { numeric: code.input_mode !== 'text', ...(code.length !== undefined && { length: code.length }) };
}
