/** Answering a verifier's question: OpenID4VP 1.0 by link, with DCQL and a direct post, encrypted where the question says so. */
import { readAsker, trustOf, type Asked } from './asker';
import { ProtocolFailure, type Choice, type Context, type Copy, type Receipt, type Registration, type RequestSession, type Trust, type UsedCopy } from './contract';
import { explained } from './failures';
import { resolveIssuer } from './issuerMetadata';
import { matchQuery, type Candidate, type Match } from './matching';
import { readRegistration } from './registration';
import { chooseEncryption, postAnswer, postRefusal, type Encryption } from './response';
import { present, type ClaimPath } from './sdJwt';
import { isObject } from './signedToken';
import { readTransactions, transactionClaims, type Transaction } from './transactions';
import { permittedUrl, readUrl } from './wire';

/** A question whose signature, certificate and form hold. */
export interface VerifiedRequest {
  payload: Record<string, unknown>;
  clientId: string;
  nonce: string;
  responseUri: URL;
  /** Undefined for an answer in the clear (`direct_post`). */
  encryption: Encryption | undefined;
  verifier: Trust;
  registration: Registration | undefined;
  transactions: Transaction[];
}

const maximumPurposeLength = 500;
const maximumAnnounced = 5;
const clockSkewSeconds = 60;
const selfIssued = 'https://self-issued.me/v2';

/** Fetches and checks the request object behind a link and looks for cards that answer it. */
export function openRequest(link: URL, context: Context): Promise<RequestSession> {
  return explained(async () => {
    const request = await verifiedRequest(link, context);
    const matches = await matchQuery(request.payload.dcql_query, await context.credentials(), context.now());
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
      confirm: (choice, leaving) => explained(() => answer(request, matches, choice, context, leaving)),
      refuse: () => explained(() => postRefusal(request, 'access_denied', context.config)),
    };
  });
}

async function verifiedRequest(link: URL, context: Context): Promise<VerifiedRequest> {
  const asked = await readAsker(link, context);
  const { payload, clientId, vouched } = asked;
  const responseUri = checkForm(asked, link, context);
  return {
    payload,
    clientId,
    nonce: payload.nonce as string,
    responseUri,
    encryption: payload.response_mode === 'direct_post' ? undefined : await chooseEncryption(payload.client_metadata),
    verifier: trustOf(asked, responseUri, context),
    // Without an anchor the certificate's name is anybody's, and so would be the registration.
    registration: vouched && (await readRegistration(payload, vouched.leaf, context)),
    transactions: readTransactions(payload),
  };
}

/** What sections 5 and 8 ask of a request with direct post, beyond what the library looks at. */
function checkForm({ payload, vouched, mayReceive }: Asked, link: URL, context: Context): URL {
  const { response_mode: mode, redirect_uri: redirect, nonce, exp } = payload;
  if (mode !== 'direct_post.jwt' && mode !== 'direct_post') throw new ProtocolFailure('unsupported', 'response_mode', 'only direct posts');
  if (redirect !== undefined) throw broken('redirect_uri', 'does not go with direct_post');
  checkAudience(payload, vouched === undefined && payload.aud === undefined, link);
  if (typeof nonce !== 'string' || nonce === '') throw broken('nonce', 'missing');
  if (typeof exp === 'number' && exp + clockSkewSeconds < context.now()) throw new ProtocolFailure('expired', 'exp');
  const responseUri = permittedUrl(String(payload.response_uri), context.config);
  if (!mayReceive(responseUri)) throw new ProtocolFailure('untrusted', 'response_uri', 'the answer would go to somebody else');
  return responseUri;
}

function checkAudience({ aud }: Record<string, unknown>, unsigned: boolean, link: URL): void {
  // Section 5.8 wants the first. The second is what @openid4vc/openid4vp 0.4.6 writes unless told otherwise, and with it Credo.
  const audiences = [selfIssued, link.searchParams.get('request_uri')];
  if (!unsigned && ![aud].flat().some((audience) => typeof audience === 'string' && audiences.includes(audience))) throw broken('aud', `expected ${selfIssued}`);
}

function asAsked({ queryId, vcts, claims, candidates, optionalGroup }: Match): RequestSession['asked'][number] {
  return {
    queryId,
    vcts,
    claims: claims.map(({ path, optional }) => ({ path: inWords(path), optional })),
    candidates: candidates.map(({ credential, options, always }) => ({
      card: credential,
      options: options.map((paths) => paths.map(inWords)),
      always: always.map(inWords),
    })),
    ...(optionalGroup !== undefined && { optionalGroup }),
  };
}

function inWords(path: ClaimPath): string[] {
  return path.map((step) => (step === null ? '*' : String(step)));
}

function readPurpose({ modellstadt_purpose: purpose }: Record<string, unknown>, { language }: Context): string {
  const text = isObject(purpose) ? purpose[language] : undefined;
  return typeof text === 'string' ? text.slice(0, maximumPurposeLength) : '';
}

/** Our extension: only the party that gets the answer, and that somebody vouches for, may announce what it will issue for it. */
function readAnnouncedOffer({ payload, responseUri, verifier }: VerifiedRequest): RequestSession['announcedOffer'] {
  const announced = payload.modellstadt_announced_offer;
  if (!verifier.trusted || !isObject(announced) || typeof announced.credential_issuer !== 'string') return undefined;
  const ids = announced.credential_configuration_ids;
  if (!Array.isArray(ids) || ids.length === 0 || ids.length > maximumAnnounced || !ids.every((id) => typeof id === 'string')) return undefined;
  if (readUrl(announced.credential_issuer)?.origin !== responseUri.origin) return undefined;
  return { issuer: announced.credential_issuer, configurationIds: ids };
}

interface Shown extends UsedCopy {
  queryId: string;
  presentation: string;
}

async function answer(
  request: VerifiedRequest,
  matches: Match[],
  choice: Choice,
  context: Context,
  leaving?: (copies: UsedCopy[]) => Promise<void>,
): Promise<Receipt & { usedCopies: UsedCopy[] }> {
  const answered = matches.filter(({ queryId, optionalGroup }) => optionalGroup === undefined || choice[queryId] !== undefined);
  checkGroups(matches, answered);
  const ids = answered.map(({ queryId }) => queryId);
  const shown = await Promise.all(answered.map((match) => showOne(request, match, ids, choice, context)));
  const usedCopies = shown.map(({ credentialId, keyId }) => ({ credentialId, keyId }));
  await leaving?.(usedCopies);
  const vpToken = Object.fromEntries(shown.map(({ queryId, presentation }) => [queryId, [presentation]]));
  return { ...(await postAnswer(request, vpToken, context.config)), usedCopies };
}

/** Half of an optional set is an answer to nothing (section 6.4.2). */
function checkGroups(matches: Match[], answered: Match[]): void {
  const half = matches.find((match) => !answered.includes(match) && answered.some(({ optionalGroup }) => optionalGroup === match.optionalGroup));
  if (half) throw new ProtocolFailure('no-matching-card', half.queryId, 'goes together with another');
}

async function showOne(request: VerifiedRequest, match: Match, shown: string[], choice: Choice, context: Context): Promise<Shown> {
  const { cardId, option } = choice[match.queryId] ?? { cardId: undefined, option: 0 };
  const candidate = match.candidates.find(({ credential }) => credential.id === cardId);
  const paths = candidate?.options[option];
  if (!candidate || !paths) throw new ProtocolFailure('no-matching-card', match.queryId);
  const copy = freshCopy(candidate);
  const presentation = await presentCopy(request, copy, candidate, paths, await transactionClaims(request.transactions, shown, match.queryId), context);
  return { queryId: match.queryId, presentation, credentialId: candidate.credential.id, keyId: copy.keyId };
}

async function presentCopy(
  { clientId, nonce, encryption, payload }: VerifiedRequest,
  copy: Copy,
  { credential }: Candidate,
  paths: ClaimPath[],
  claims: Record<string, unknown>,
  context: Context,
): Promise<string> {
  if (copy.format === 'dc+sd-jwt') {
    return present(copy.sdJwt, credential.claims, paths, { keyId: copy.keyId, audience: clientId, nonce, issuedAt: context.now(), claims }, context.keys);
  }
  const { presentMdoc } = await import('./mdocPresentation');
  return presentMdoc(copy, credential.vct, paths, { clientId, nonce, encryptionKey: encryption?.key, responseUri: String(payload.response_uri) }, context.keys);
}

/** Each copy once, so that two verifiers cannot compare notes; when all are used, the last one again. */
function freshCopy({ credential }: Candidate): Copy {
  return credential.copies.find((copy) => !copy.used) ?? credential.copies.at(-1)!;
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
