/** Metadata of issuers (OpenID4VCI 1.0 section 12.2, RFC 8414), signed where the issuer signs them, read once and kept for a while. */
import { clientAuthenticationAnonymous } from '@openid4vc/oauth2';
import { Openid4vciClient, type IssuerMetadataResult } from '@openid4vc/openid4vci';
import { fromBase64Url, sha256 } from './bytes';
import { noTrustedRoot, speaksFor, type VerifiedChain } from './certificates';
import { ProtocolFailure, type Context, type CredentialFormat } from './contract';
import { readObject, verifySignedToken } from './signedToken';
import { limitedFetch, permittedUrl, type Fetch } from './wire';

export type IssuerMetadata = IssuerMetadataResult;

/** An issuer as it describes itself, and who vouches for the description. */
export interface KnownIssuer {
  metadata: IssuerMetadata;
  /** Only when the metadata are signed under an anchor of the wallet. */
  signedBy: VerifiedChain | undefined;
}

type Configuration = IssuerMetadata['knownCredentialConfigurations'][string];

/** The format of a configuration, when this wallet holds it. `vc+sd-jwt` is none of them: a format of drafts, with weaker rules. */
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
const clockSkewSeconds = 60;
const signedType = 'openidvci-issuer-metadata+jwt';
const kept = new Map<string, { freshUntil: number; issuer: Promise<KnownIssuer> }>();

export function resolveIssuer(id: string, context: Context): Promise<KnownIssuer> {
  const known = kept.get(id);
  if (known && known.freshUntil > context.now()) return known.issuer;
  const issuer = fetchIssuer(id, context);
  kept.set(id, { freshUntil: context.now() + freshSeconds, issuer });
  issuer.catch(() => kept.delete(id));
  return issuer;
}

/** The next question for this issuer is asked anew, for example because its encryption key has changed. */
export function forgetIssuer(id: string): void {
  kept.delete(id);
}

async function fetchIssuer(id: string, context: Context): Promise<KnownIssuer> {
  const url = permittedUrl(id, context.config);
  const fetch = startedEarly(wellKnown(url, 'oauth-authorization-server'), limitedFetch(context.config));
  const signed = new SignedMetadata(url, id, context);
  const metadata = await issuerClient(signed.reading(fetch)).resolveIssuerMetadata(id);
  return { metadata, signedBy: await signed.judge() };
}

/** The library's client with the wallet's doors to the outside; it signs nothing. */
export function issuerClient(fetch: Fetch): Openid4vciClient {
  return new Openid4vciClient({
    callbacks: {
      fetch,
      signJwt: noSigning,
      hash: (data) => sha256(new Uint8Array(data)),
      generateRandom: (length) => crypto.getRandomValues(new Uint8Array(length)),
      clientAuthentication: clientAuthenticationAnonymous(),
    },
  });
}

/**
 * Section 12.2.3. The library would believe whoever signed; here the chain has to end in an anchor. A signature nobody vouches for counts
 * as none. An issuer whose metadata were once signed is taken no other way; under which anchor may change, as roots are replaced.
 */
class SignedMetadata {
  readonly #address: string;
  readonly #url: URL;
  readonly #id: string;
  readonly #context: Context;
  #chain: VerifiedChain | undefined;

  constructor(url: URL, id: string, context: Context) {
    this.#address = wellKnown(url, 'openid-credential-issuer');
    this.#url = url;
    this.#id = id;
    this.#context = context;
  }

  /** Asks for signed metadata and gives the library what they say. */
  reading(fetch: Fetch): Fetch {
    return async (input, init) => {
      if (input !== this.#address) return fetch(input, init);
      const response = await fetch(input, { ...init, headers: { Accept: 'application/jwt, application/json;q=0.5' } });
      if (!response.ok || !isToken(response)) return response;
      return new Response(JSON.stringify(await this.#read(await response.text())), { headers: { 'Content-Type': 'application/json' } });
    };
  }

  async judge(): Promise<VerifiedChain | undefined> {
    const anchor = this.#chain?.anchor.certificate;
    const expected = await this.#context.signers.of(this.#id);
    if (expected !== undefined && anchor === undefined) throw untrusted('metadata were signed before, and are not now');
    if (anchor !== undefined && expected !== anchor) await this.#context.signers.keep(this.#id, anchor);
    return this.#chain;
  }

  async #read(text: string): Promise<Record<string, unknown>> {
    try {
      const { payload, ...chain } = await verifySignedToken(text, signedType, 'issuer', this.#context.config.trust.issuers, this.#context.now());
      this.#check(payload, chain);
      this.#chain = chain;
      return payload;
    } catch (error) {
      if (error instanceof ProtocolFailure && error.code === 'x5c' && error.detail === noTrustedRoot) return unsignedPayload(text);
      throw error;
    }
  }

  #check({ sub, iat, exp }: Record<string, unknown>, { leaf }: VerifiedChain): void {
    const now = this.#context.now();
    if (sub !== this.#id) throw untrusted('the metadata are about another issuer');
    if (typeof iat !== 'number' || iat > now + clockSkewSeconds) throw untrusted('iat is missing or in the future');
    if (exp !== undefined && (typeof exp !== 'number' || exp <= now)) throw untrusted('the metadata are over');
    if (!speaksFor(leaf, this.#url)) throw untrusted('the certificate is for another host');
  }
}

/** What a token says whose signer nobody knows: as much worth as unsigned metadata from this address. */
function unsignedPayload(text: string): Record<string, unknown> {
  return readObject(new TextDecoder().decode(fromBase64Url(text.split('.')[1] ?? '')));
}

function isToken(response: Response): boolean {
  return response.headers.get('Content-Type')?.split(';')[0]?.trim() === 'application/jwt';
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

/** RFC 8414 section 3.1, OpenID4VCI 1.0 section 12.2.2: the well-known part goes between host and path. */
function wellKnown(issuer: URL, name: string): string {
  return `${issuer.origin}/.well-known/${name}${issuer.pathname.replace(/\/$/, '')}`;
}

function noSigning(): never {
  throw new TypeError('nothing is signed while metadata are read');
}

function untrusted(detail: string): ProtocolFailure {
  return new ProtocolFailure('untrusted', 'signed_metadata', detail);
}
