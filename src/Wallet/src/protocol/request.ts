/** Answering a verifier's question: OpenID4VP 1.0 with signed request, `x509_hash`, DCQL and an encrypted direct post. */
import type { VerifyJwtCallback } from '@openid4vc/oauth2';
import { setGlobalConfig } from '@openid4vc/oauth2';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { sha256, toBase64Url } from './bytes';
import { speaksFor } from './certificates';
import { ProtocolFailure, type Context, type Registration, type RequestSession, type StoredCredential, type Trust } from './contract';
import { explained, failureOfAnswer } from './failures';
import { resolveIssuer } from './issuerMetadata';
import { matchQuery, type Candidate, type Match } from './matching';
import { readRegistration } from './registration';
import { chooseEncryption, postAnswer, postRefusal, type Encryption } from './response';
import { present } from './sdJwt';
import { isObject, verifySignedToken, type SignedToken } from './signedToken';
import { readTransactions, transactionClaims, type Transaction } from './transactions';
import { limitedFetch, permittedUrl, readUrl } from './wire';

/** A question whose signature, certificate and form hold. */
export interface VerifiedRequest {
  payload: Record<string, unknown>;
  clientId: string;
  nonce: string;
  responseUri: URL;
  encryption: Encryption;
  verifier: Trust;
  registration: Registration | undefined;
  transactions: Transaction[];
}

const maximumLinkLength = 64 * 1024;
const maximumPurposeLength = 500;
const maximumAnnounced = 5;
const clockSkewSeconds = 60;
const selfIssued = 'https://self-issued.me/v2';

/** Fetches and checks the request object behind a link and looks for cards that answer it. */
export function openRequest(link: URL, context: Context): Promise<RequestSession> {
  return explained(async () => {
    const request = await verifiedRequest(link, context);
    const matches = matchQuery(request.payload.dcql_query, await context.credentials(), context.now());
    const announcedOffer = readAnnouncedOffer(request);
    // Read while the citizen decides: the offer's page then finds it in the browser's cache, one round trip less.
    if (announcedOffer) void resolveIssuer(announcedOffer.issuer, context);
    return {
      verifier: request.verifier,
      ...(request.registration && { registration: request.registration }),
      declarations: request.transactions.map(({ statement }) => statement[context.language]),
      responseHost: request.responseUri.host,
      purpose: readPurpose(request.payload, context),
      // The link says it for a question of any verifier; the town says it under its signature, where nobody can leave it out.
      crossDevice: link.searchParams.get('device') === 'cross' || request.payload.modellstadt_cross_device === true,
      asked: matches.map(asAsked),
      ...(announcedOffer && { announcedOffer }),
      confirm: (choice) => explained(() => answer(request, matches, choice, context)),
      refuse: () => explained(() => postRefusal(request, 'access_denied', context.config)),
    };
  });
}

async function verifiedRequest(link: URL, context: Context): Promise<VerifiedRequest> {
  if (link.href.length > maximumLinkLength) throw broken('size', 'the link is too long');
  setGlobalConfig({ allowInsecureUrls: context.config.insecureHttpAllowed });
  const clientId = link.searchParams.get('client_id');
  if (!clientId?.startsWith('x509_hash:')) throw new ProtocolFailure('unsupported', 'client_id', 'only x509_hash is trusted');
  const { jwt, walletNonce } = await fetchRequestObject(link, context);
  const { anchor, leaf, payload } = await resolve(clientId, jwt, walletNonce, context);
  const responseUri = checkForm(payload, link, context);
  if (!speaksFor(leaf, responseUri)) throw new ProtocolFailure('untrusted', 'x5c', 'the certificate is for another host');
  const name = leaf.subjectName ?? anchor.name[context.language];
  return {
    payload,
    clientId,
    nonce: payload.nonce as string,
    responseUri,
    encryption: chooseEncryption(payload.client_metadata),
    verifier: { trusted: true, name, host: responseUri.host, demo: anchor.demo },
    registration: await readRegistration(payload, leaf, context),
    transactions: readTransactions(payload),
  };
}

/** By value in `request`, or by reference: with `request_uri_method=post` the wallet adds a nonce of its own (section 5.10). */
async function fetchRequestObject(link: URL, { config }: Context): Promise<{ jwt: string; walletNonce?: string }> {
  const byValue = link.searchParams.get('request');
  if (byValue !== null) return { jwt: byValue };
  const address = permittedUrl(link.searchParams.get('request_uri') ?? '', config);
  const headers = { Accept: 'application/oauth-authz-req+jwt' };
  const method = link.searchParams.get('request_uri_method') ?? 'get';
  if (method !== 'get' && method !== 'post') throw broken('invalid_request_uri_method', method.slice(0, 20));
  const walletNonce = method === 'post' ? toBase64Url(crypto.getRandomValues(new Uint8Array(32))) : undefined;
  const body = walletNonce && new URLSearchParams({ wallet_nonce: walletNonce });
  const response = await limitedFetch(config)(address, body ? { method: 'POST', headers, body } : { headers });
  const text = await response.text();
  if (!response.ok) throw failureOfAnswer(response, text);
  return { jwt: text.trim(), ...(walletNonce && { walletNonce }) };
}

/**
 * The library checks client identifier, certificate hash, nonces and the parameters among themselves; signature and chain are
 * ours. Version 0.4.6 does not send `wallet_nonce` itself, so the request object reaches it by value.
 */
async function resolve(clientId: string, jwt: string, walletNonce: string | undefined, context: Context): Promise<SignedToken> {
  let token: SignedToken | undefined;
  const verifyJwt: VerifyJwtCallback = async (_, { compact }) => {
    token = await verifySignedToken(compact, 'oauth-authz-req+jwt', 'verifier', context.config.trust.verifiers, context.now());
    return { verified: true, signerJwk: { kty: 'EC' } };
  };
  const { authorizationRequestPayload } = await clientWith(verifyJwt, context).resolveOpenId4vpAuthorizationRequest({
    authorizationRequestPayload: { client_id: clientId, request: jwt },
    ...(walletNonce && { wallet: { expectedNonce: walletNonce } }),
  });
  if (!token || authorizationRequestPayload.client_id !== clientId) throw broken('invalid_request', 'not a signed request');
  return token;
}

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
      getX509CertificateMetadata: () => ({ sanDnsNames: [], sanUriNames: [] }),
    },
  });
}

/** What sections 5 and 8 ask of a signed request with encrypted direct post, beyond what the library looks at. */
function checkForm(payload: Record<string, unknown>, link: URL, context: Context): URL {
  if (payload.response_mode !== 'direct_post.jwt') throw new ProtocolFailure('unsupported', 'response_mode', 'only direct_post.jwt');
  if (payload.redirect_uri !== undefined) throw broken('redirect_uri', 'does not go with direct_post');
  // Section 5.8 wants the first. The second is what @openid4vc/openid4vp 0.4.6 writes unless told otherwise, and with it Credo.
  const audiences = [selfIssued, link.searchParams.get('request_uri')];
  if (![payload.aud].flat().some((audience) => typeof audience === 'string' && audiences.includes(audience))) throw broken('aud', `expected ${selfIssued}`);
  if (typeof payload.nonce !== 'string' || payload.nonce === '') throw broken('nonce', 'missing');
  if (typeof payload.exp === 'number' && payload.exp + clockSkewSeconds < context.now()) throw new ProtocolFailure('expired', 'exp');
  return permittedUrl(String(payload.response_uri), context.config);
}

function asAsked({ queryId, vcts, claims, candidates }: Match): RequestSession['asked'][number] {
  return {
    queryId,
    vcts,
    candidates: candidates.map((candidate) => candidate.credential),
    claims: claims.map(({ path, optional }) => ({ path: path.map((step) => (step === null ? '*' : String(step))), optional })),
  };
}

function readPurpose({ modellstadt_purpose: purpose }: Record<string, unknown>, { language }: Context): string {
  const text = isObject(purpose) ? purpose[language] : undefined;
  return typeof text === 'string' ? text.slice(0, maximumPurposeLength) : '';
}

/** Our extension: only the party that gets the answer may announce what it will issue for it. */
function readAnnouncedOffer({ payload, responseUri }: VerifiedRequest): RequestSession['announcedOffer'] {
  const announced = payload.modellstadt_announced_offer;
  if (!isObject(announced) || typeof announced.credential_issuer !== 'string') return undefined;
  const ids = announced.credential_configuration_ids;
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > maximumAnnounced || !ids.every((id) => typeof id === 'string')) return undefined;
  if (readUrl(announced.credential_issuer)?.origin !== responseUri.origin) return undefined;
  return { issuer: announced.credential_issuer, configurationIds: ids };
}

async function answer(request: VerifiedRequest, matches: Match[], choice: Record<string, string>, context: Context) {
  const ids = matches.map((match) => match.queryId);
  const shown = await Promise.all(matches.map((match) => showOne(request, match, ids, choice[match.queryId], context)));
  const vpToken = Object.fromEntries(shown.map(({ queryId, presentation }) => [queryId, [presentation]]));
  const result = await postAnswer(request, vpToken, context.config);
  return { ...result, usedCopies: shown.map(({ credentialId, keyId }) => ({ credentialId, keyId })) };
}

async function showOne(request: VerifiedRequest, match: Match, shown: string[], credentialId: string | undefined, context: Context) {
  const candidate = match.candidates.find(({ credential }) => credential.id === credentialId);
  if (!candidate) throw new ProtocolFailure('no-matching-card', match.queryId);
  const copy = freshCopy(candidate);
  if (copy.format !== 'dc+sd-jwt') throw new ProtocolFailure('unsupported', 'format', copy.format);
  const claims = await transactionClaims(request.transactions, shown, match.queryId);
  const binding = { keyId: copy.keyId, audience: request.clientId, nonce: request.nonce, issuedAt: context.now(), claims };
  const presentation = await present(copy.sdJwt, candidate.credential.claims, candidate.paths, binding, context.keys);
  return { queryId: match.queryId, presentation, credentialId: candidate.credential.id, keyId: copy.keyId };
}

/** Each copy once, so that two verifiers cannot compare notes; when all are used, the last one again. */
function freshCopy({ credential }: Candidate): StoredCredential['copies'][number] {
  return credential.copies.find((copy) => !copy.used) ?? credential.copies.at(-1)!;
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
