/**
 * Who asks: the client identifier prefixes `x509_hash`, `x509_san_dns` and `redirect_uri` (OpenID4VP 1.0 section 5.9.3). Names come out of
 * certificates that lead to an anchor. For any other verifier nobody vouches: it has no name here but its address.
 */
import { setGlobalConfig, type VerifyJwtCallback } from '@openid4vc/oauth2';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { fromBase64, sha256 } from './bytes';
import { nobody, readCertificate, speaksFor } from './certificates';
import { ProtocolFailure, type Context, type Trust } from './contract';
import { checkLink, fetchRequestObject, unsignedParameters, type RequestObject } from './requestObject';
import { verifySignedToken, type SignedToken } from './signedToken';
import { limitedFetch } from './wire';

/** A question whose signature holds, as far as its kind has one. */
export interface Asked {
  payload: Record<string, unknown>;
  clientId: string;
  /** Certificate and anchor; undefined where nobody vouches. */
  vouched: SignedToken | undefined;
  /** Whether the answer may go there. */
  mayReceive: (responseUri: URL) => boolean;
}

/** @throws ProtocolFailure `unsupported` for a prefix that this wallet cannot check. */
export async function readAsker(link: URL, context: Context): Promise<Asked> {
  checkLink(link);
  setGlobalConfig({ allowInsecureUrls: context.config.insecureHttpAllowed });
  const clientId = link.searchParams.get('client_id') ?? '';
  const [prefix, name] = [clientId.slice(0, clientId.indexOf(':')), clientId.slice(clientId.indexOf(':') + 1)];
  if (prefix === 'redirect_uri') return readUnsigned(link, clientId, name, context);
  if (prefix !== 'x509_hash' && prefix !== 'x509_san_dns') throw new ProtocolFailure('unsupported', 'client_id', `the prefix ${prefix.slice(0, 50)}`);
  const token = await readSigned(clientId, await fetchRequestObject(link, context.config), context);
  return {
    payload: token.payload,
    clientId,
    vouched: token.anchor === nobody ? undefined : token,
    // Not demanded of x509_hash; but a certificate that names hosts speaks for no other.
    mayReceive: (url) => speaksFor(token.leaf, url) && (prefix === 'x509_hash' || url.hostname === name),
  };
}

/** The person's view of whoever asks. */
export function trustOf({ vouched }: Asked, { host }: URL, { language }: Context): Trust {
  if (!vouched) return { trusted: false, name: host, host, demo: false };
  const { leaf, anchor } = vouched;
  return { trusted: true, name: leaf.subjectName ?? anchor.name[language], host, demo: anchor.demo, by: anchor.name };
}

async function readUnsigned(link: URL, clientId: string, responseUri: string, context: Context): Promise<Asked> {
  const parameters = unsignedParameters(link);
  const unsigned: VerifyJwtCallback = () => {
    throw new TypeError('nothing is signed here');
  };
  await clientWith(unsigned, context).resolveOpenId4vpAuthorizationRequest({ authorizationRequestPayload: parameters as LibraryRequest });
  return { payload: parameters, clientId, vouched: undefined, mayReceive: () => parameters.response_uri === responseUri };
}

/**
 * The library checks client identifier, certificate hash, nonces and the parameters among themselves; signature and chain are
 * ours. Version 0.4.6 does not send `wallet_nonce` itself, so the request object reaches it by value.
 */
async function readSigned(clientId: string, { jwt, walletNonce }: RequestObject, context: Context): Promise<SignedToken> {
  let token: SignedToken | undefined;
  const verifyJwt: VerifyJwtCallback = async (_, { compact }) => {
    token = await verifySignedToken(compact, 'oauth-authz-req+jwt', 'verifier', [...context.config.trust.verifiers, nobody], context.now());
    return { verified: true, signerJwk: { kty: 'EC' } };
  };
  const { authorizationRequestPayload } = await clientWith(verifyJwt, context).resolveOpenId4vpAuthorizationRequest({
    authorizationRequestPayload: { client_id: clientId, request: jwt },
    ...(walletNonce && { wallet: { expectedNonce: walletNonce } }),
  });
  if (!token || authorizationRequestPayload.client_id !== clientId) throw broken('invalid_request', 'not a signed request');
  return token;
}

type LibraryRequest = Parameters<Openid4vpClient['resolveOpenId4vpAuthorizationRequest']>[0]['authorizationRequestPayload'];

function clientWith(verifyJwt: VerifyJwtCallback, { config }: Context): Openid4vpClient {
  const unused = () => {
    throw new TypeError('not part of reading a request');
  };
  return new Openid4vpClient({
    callbacks: {
      fetch: limitedFetch(config),
      hash: (data) => sha256(new Uint8Array(data)),
      verifyJwt,
      signJwt: unused,
      encryptJwe: unused,
      decryptJwe: unused,
      getX509CertificateMetadata: (certificate) => ({ sanDnsNames: readCertificate(fromBase64(certificate)).dnsNames, sanUriNames: [] }),
    },
  });
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
