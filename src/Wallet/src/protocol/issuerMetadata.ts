/** Metadata of issuers (OpenID4VCI 1.0 section 12.2, RFC 8414), read once and kept for a while. */
import { clientAuthenticationAnonymous, type SignJwtCallback } from '@openid4vc/oauth2';
import { Openid4vciClient, type IssuerMetadataResult } from '@openid4vc/openid4vci';
import { sha256 } from './bytes';
import type { Context, CredentialFormat } from './contract';
import { limitedFetch, permittedUrl, type Fetch } from './wire';

export type IssuerMetadata = IssuerMetadataResult;

type Configuration = IssuerMetadata['knownCredentialConfigurations'][string];

/** The format of a configuration, when this wallet holds it. */
export function formatOf(configuration: Configuration | undefined): CredentialFormat | undefined {
  const format = configuration?.format;
  return format === 'dc+sd-jwt' || format === 'mso_mdoc' ? format : undefined;
}

/** `vct` or `doctype` (OpenID4VCI 1.0 appendices A.3.2 and A.2.2). */
export function typeOf(configuration: Configuration | undefined): unknown {
  if (configuration && 'vct' in configuration) return configuration.vct;
  return configuration && 'doctype' in configuration ? configuration.doctype : undefined;
}

const freshSeconds = 300;
const kept = new Map<string, { freshUntil: number; metadata: Promise<IssuerMetadata> }>();

export function resolveIssuer(issuer: string, context: Context): Promise<IssuerMetadata> {
  const known = kept.get(issuer);
  if (known && known.freshUntil > context.now()) return known.metadata;
  const fetch = startedEarly(authorizationServerAddress(permittedUrl(issuer, context.config)), limitedFetch(context.config));
  const metadata = issuerClient(fetch).resolveIssuerMetadata(issuer);
  kept.set(issuer, { freshUntil: context.now() + freshSeconds, metadata });
  metadata.catch(() => kept.delete(issuer));
  return metadata;
}

/** The library's client with the wallet's doors to the outside; `signJwt` is lent only for the proofs of one issuance. */
export function issuerClient(fetch: Fetch, signJwt: SignJwtCallback = noSigning): Openid4vciClient {
  return new Openid4vciClient({
    callbacks: {
      fetch,
      signJwt,
      hash: (data) => sha256(new Uint8Array(data)),
      generateRandom: (length) => crypto.getRandomValues(new Uint8Array(length)),
      clientAuthentication: clientAuthenticationAnonymous(),
    },
  });
}

/**
 * The library asks for the authorization server's metadata only after the issuer's. Most issuers are their own authorization
 * server, so the second question is sent at once: one round trip less.
 */
function startedEarly(address: string, fetch: Fetch): Fetch {
  let early: Promise<Response> | undefined = fetch(address);
  early.catch(() => undefined);
  return (input, init) => {
    if (input !== address || !early) return fetch(input, init);
    const answer = early;
    early = undefined;
    return answer;
  };
}

/** RFC 8414 section 3.1: the well-known part goes between host and path. */
function authorizationServerAddress(issuer: URL): string {
  return `${issuer.origin}/.well-known/oauth-authorization-server${issuer.pathname.replace(/\/$/, '')}`;
}

function noSigning(): never {
  throw new TypeError('nothing is signed before an offer is accepted');
}
