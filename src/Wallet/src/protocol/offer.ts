/** Taking what an issuer offers: OpenID4VCI 1.0 with the pre-authorised code (sections 4 and 3.5). */
import { preAuthorizedCodeGrantIdentifier, setGlobalConfig } from '@openid4vc/oauth2';
import { ProtocolFailure, type Context, type Issuer, type OfferedCredential, type OfferSession } from './contract';
import { readDisplay, readText } from './display';
import { explained } from './failures';
import { Issuance, type CredentialOffer } from './issuance';
import { formatOf, issuerClient, resolveIssuer, type IssuerMetadata } from './issuerMetadata';
import { limitedFetch } from './wire';

const maximumLinkLength = 16 * 1024;
const maximumOffered = 5;

/** Reads an offer by value or by reference and the issuer's metadata; nothing is accepted yet. */
export function openOffer(link: URL, context: Context): Promise<OfferSession> {
  return explained(async () => {
    setGlobalConfig({ allowInsecureUrls: context.config.insecureHttpAllowed });
    const offer = await issuerClient(limitedFetch(context.config)).resolveCredentialOffer(offerLink(link));
    const metadata = await resolveIssuer(offer.credential_issuer, context);
    const credentials = readOffered(offer, metadata);
    const accepted = { ...offer, credential_configuration_ids: credentials.map((credential) => credential.configurationId) };
    const session: OfferSession = {
      issuer: issuerBeforeItsCertificate(metadata, context),
      credentials,
      accept: (code) => explained(() => new Issuance(accepted, metadata, context).run(code)),
    };
    const transactionCode = readTransactionCode(offer);
    return transactionCode ? { ...session, transactionCode } : session;
  });
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
  if (!offer.grants?.[preAuthorizedCodeGrantIdentifier]) throw new ProtocolFailure('unsupported', 'grant', 'no pre-authorised code');
  if (ids.length === 0 || ids.length > maximumOffered || new Set(ids).size < ids.length) {
    throw new ProtocolFailure('malformed', 'credential_configuration_ids', `1 to ${maximumOffered} different ones expected`);
  }
  const known = ids.flatMap((configurationId) => {
    const configuration = metadata.knownCredentialConfigurations[configurationId];
    const format = formatOf(configuration);
    return format ? [{ configurationId, format, ...readDisplay(configuration, configurationId) }] : [];
  });
  if (known.length === 0) throw new ProtocolFailure('unsupported', 'format', ids.join(' '));
  return withoutSecondFormats(known);
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

/**
 * Metadata carries no certificate, so before the first credential only the town's own address counts as proof of who offers.
 * The certificate chain of what arrives decides in the end.
 */
function issuerBeforeItsCertificate(metadata: IssuerMetadata, { config, language }: Context): Issuer {
  const id = metadata.credentialIssuer.credential_issuer;
  const { host, origin } = new URL(id);
  return {
    id,
    host,
    trusted: origin === new URL(config.town.portal).origin,
    name: readText(metadata.credentialIssuer.display, host)[language],
    demo: config.demo,
  };
}
