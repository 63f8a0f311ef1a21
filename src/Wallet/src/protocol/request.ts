/** Answering a verifier's question: OpenID4VP 1.0 by link, with DCQL and a direct post, encrypted where the question says so. */
import { readAsker, trustOf, type Asked } from './asker';
import { ProtocolFailure, type Choice, type Context, type Copy, type Receipt, type Registration, type RequestSession, type StoredCredential, type Trust, type UsedCopy } from './contract';
import { explained } from './failures';
import { resolveIssuer } from './issuerMetadata';
import { matchQuery, type Match } from './matching';
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

/** A card that was chosen, and how much of it. */
interface Chosen {
  queryId: string;
  credential: StoredCredential;
  paths: ClaimPath[];
}

async function answer(
  request: VerifiedRequest,
  matches: Match[],
  choice: Choice,
  context: Context,
  leaving?: (copies: UsedCopy[]) => void,
): Promise<Receipt & { usedCopies: UsedCopy[] }> {
  const answered = matches.filter(({ queryId, optionalGroup }) => optionalGroup === undefined || choice[queryId] !== undefined);
  checkGroups(matches, answered);
  const chosen = answered.map((match) => chosenFor(match, choice));
  const copies = await takeCopies(chosen, context);
  const ids = answered.map(({ queryId }) => queryId);
  const presentations = await Promise.all(chosen.map(async (one) => presentCopy(request, copies.get(one.credential.id)!, one, ids, context)));
  const usedCopies = [...copies].map(([credentialId, { keyId, used }]) => ({ credentialId, keyId, repeated: used }));
  leaving?.(usedCopies);
  const vpToken = Object.fromEntries(chosen.map(({ queryId }, index) => [queryId, [presentations[index]!]]));
  return { ...(await postAnswer(request, vpToken, context.config)), usedCopies };
}

/** Half of an optional set is an answer to nothing (section 6.4.2). */
function checkGroups(matches: Match[], answered: Match[]): void {
  const half = matches.find((match) => !answered.includes(match) && answered.some(({ optionalGroup }) => optionalGroup === match.optionalGroup));
  if (half) throw new ProtocolFailure('no-matching-card', half.queryId, 'goes together with another');
}

function chosenFor({ queryId, candidates }: Match, choice: Choice): Chosen {
  const { cardId, option } = choice[queryId] ?? { cardId: undefined, option: 0 };
  const candidate = candidates.find(({ credential }) => credential.id === cardId);
  const paths = candidate?.options[option];
  if (!candidate || !paths) throw new ProtocolFailure('no-matching-card', queryId);
  return { queryId, credential: candidate.credential, paths };
}

/** One copy of each card, by the card's id: it answers everything that this question asks of the card. */
async function takeCopies(chosen: Chosen[], context: Context): Promise<Map<string, Copy>> {
  const copies = new Map<string, Copy>();
  for (const { queryId, credential } of chosen) {
    if (copies.has(credential.id)) continue;
    const copy = await context.takeCopy(credential);
    if (!copy) throw new ProtocolFailure('no-matching-card', queryId, 'the card changed meanwhile');
    copies.set(credential.id, copy);
  }
  return copies;
}

async function presentCopy(request: VerifiedRequest, copy: Copy, { queryId, credential, paths }: Chosen, ids: string[], context: Context): Promise<string> {
  const { clientId, nonce, encryption, payload, transactions } = request;
  if (copy.format === 'dc+sd-jwt') {
    const claims = await transactionClaims(transactions, ids, queryId);
    return present(copy.sdJwt, credential.claims, paths, { keyId: copy.keyId, audience: clientId, nonce, issuedAt: context.now(), claims }, context.keys);
  }
  const { presentMdoc } = await import('./mdocPresentation');
  return presentMdoc(copy, credential.vct, paths, { clientId, nonce, encryptionKey: encryption?.key, responseUri: String(payload.response_uri) }, context.keys);
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
