/** The encrypted answer to a verifier (OpenID4VP 1.0 sections 8.2 and 8.3), or the refusal (section 8.5). */
import type { EncryptJweCallback, Jwk } from '@openid4vc/oauth2';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { CompactEncrypt, importJWK } from 'jose';
import { fromBase64Url, utf8 } from './bytes';
import { ProtocolFailure, type WalletConfig } from './contract';
import { failureOfAnswer } from './failures';
import type { VerifiedRequest } from './request';
import { isObject, readObject } from './signedToken';
import { limitedFetch, readUrl } from './wire';

export interface Encryption {
  key: Jwk;
  /** JWE `enc` value. */
  content: string;
}

const keyAgreement = 'ECDH-ES';
/** Best first. */
const contentEncryptions = ['A256GCM', 'A128GCM'];

/** The first usable key of the verifier (section 8.3: keys this wallet cannot use are passed over). */
export function chooseEncryption(clientMetadata: unknown): Encryption {
  const { jwks, encrypted_response_enc_values_supported: offered = ['A128GCM'] } = isObject(clientMetadata) ? clientMetadata : {};
  const keys = isObject(jwks) && Array.isArray(jwks.keys) ? jwks.keys.filter(isObject) : [];
  const key = keys.find(
    ({ kty, crv, use, alg, x, y }) =>
      kty === 'EC' && crv === 'P-256' && alg === keyAgreement && (use ?? 'enc') === 'enc' && typeof x === 'string' && typeof y === 'string',
  );
  const content = contentEncryptions.find((name) => Array.isArray(offered) && offered.includes(name));
  if (!key || !content) throw new ProtocolFailure('unsupported', 'client_metadata', 'no way to encrypt the answer');
  return { key: key as Jwk, content };
}

export async function postAnswer(request: VerifiedRequest, vpToken: Record<string, string[]>, config: WalletConfig) {
  const { jarm } = await responseClient(config).createOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request.payload as LibraryRequest,
    authorizationResponsePayload: { vp_token: vpToken },
    jarm: {
      encryption: { jwk: request.encryption.key, nonce: '' },
      serverMetadata: {
        authorization_signing_alg_values_supported: [],
        authorization_encryption_alg_values_supported: [keyAgreement],
        authorization_encryption_enc_values_supported: [request.encryption.content],
      },
    },
  });
  if (!jarm) throw new TypeError('the answer was not encrypted');
  return post(request, { response: jarm.responseJwt }, config);
}

/** In the clear, as section 8.3.1 allows for errors: it holds nothing about the citizen. */
export function postRefusal(request: VerifiedRequest, error: string, config: WalletConfig) {
  const { state } = request.payload;
  return post(request, { error, ...(typeof state === 'string' && { state }) }, config);
}

type LibraryRequest = Parameters<Openid4vpClient['createOpenid4vpAuthorizationResponse']>[0]['authorizationRequestPayload'];

async function post(request: VerifiedRequest, form: Record<string, string>, config: WalletConfig): Promise<{ redirectUri?: string }> {
  const response = await postOnceMore(request.responseUri, form, config);
  const text = await response.text();
  if (!response.ok) throw failureOfAnswer(response, text);
  const { redirect_uri: redirectUri } = text.trim() === '' ? {} : readObject(text);
  if (redirectUri === undefined) return {};
  return { redirectUri: checkRedirect(redirectUri, request, config) };
}

/** A lost reply leaves open whether the answer arrived. The same bytes again do no harm; a new answer would be a second one. */
async function postOnceMore(address: URL, form: Record<string, string>, config: WalletConfig): Promise<Response> {
  const send = () => limitedFetch(config)(address, { method: 'POST', body: new URLSearchParams(form) });
  try {
    return await send();
  } catch (error) {
    if (error instanceof ProtocolFailure && error.kind === 'network') return send();
    throw error;
  }
}

/** The wallet sends nobody to a third party: only to where the answer went, or to the town's portal. */
function checkRedirect(redirectUri: unknown, request: VerifiedRequest, config: WalletConfig): string {
  const url = readUrl(redirectUri);
  const allowed = [request.responseUri.origin, new URL(config.town.portal).origin];
  if (!url || !allowed.includes(url.origin)) throw new ProtocolFailure('untrusted', 'redirect_uri', 'leads to another site');
  return url.href;
}

function responseClient(config: WalletConfig): Openid4vpClient {
  const unused = () => {
    throw new TypeError('not part of answering');
  };
  return new Openid4vpClient({
    callbacks: { fetch: limitedFetch(config), encryptJwe, hash: unused, verifyJwt: unused, signJwt: unused, decryptJwe: unused },
  });
}

/** RFC 7516 with ECDH-ES; `apv` binds the answer to the verifier's nonce as the library proposes it. */
const encryptJwe: EncryptJweCallback = async ({ publicJwk, enc, apv }, data) => {
  const { kty, crv, x, y } = publicJwk;
  const jwe = await new CompactEncrypt(utf8(data))
    .setProtectedHeader({ alg: keyAgreement, enc, ...(publicJwk.kid !== undefined && { kid: publicJwk.kid }) })
    .setKeyManagementParameters(apv ? { apv: fromBase64Url(apv) } : {})
    .encrypt(await importJWK({ kty, crv: crv!, x: x!, y: y! }, keyAgreement));
  return { jwe, encryptionJwk: publicJwk };
};
