/** The answer to a verifier by direct post, encrypted or in the clear (OpenID4VP 1.0 sections 8.2 and 8.3), or the refusal (section 8.5). */
import type { EncryptJweCallback, Jwk } from '@openid4vc/oauth2';
import { Openid4vpClient } from '@openid4vc/openid4vp';
import { CompactEncrypt, importJWK, type JWK } from 'jose';
import { fromBase64Url, utf8 } from './bytes';
import { ProtocolFailure, type Receipt, type WalletConfig } from './contract';
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
export async function chooseEncryption(clientMetadata: unknown): Promise<Encryption> {
  const { jwks, encrypted_response_enc_values_supported: offered = ['A128GCM'] } = isObject(clientMetadata) ? clientMetadata : {};
  const keys = isObject(jwks) && Array.isArray(jwks.keys) ? jwks.keys.filter(isObject) : [];
  const fitting = keys.filter(({ kty, crv, use, alg }) => kty === 'EC' && crv === 'P-256' && alg === keyAgreement && (use ?? 'enc') === 'enc');
  const usable = await Promise.all(fitting.map(isPointOnCurve));
  const key = fitting.find((_, index) => usable[index]);
  const content = contentEncryptions.find((name) => Array.isArray(offered) && offered.includes(name));
  if (!key || !content) throw new ProtocolFailure('unsupported', 'client_metadata', 'no way to encrypt the answer');
  return { key: key as Jwk, content };
}

async function isPointOnCurve(key: Record<string, unknown>): Promise<boolean> {
  try {
    await importPublicKey(key);
    return true;
  } catch {
    return false;
  }
}

function importPublicKey({ kty, crv, x, y }: Record<string, unknown>): Promise<CryptoKey | Uint8Array> {
  return importJWK({ kty, crv, x, y } as JWK, keyAgreement);
}

export function postAnswer(request: VerifiedRequest, vpToken: Record<string, string[]>, config: WalletConfig): Promise<Receipt> {
  return request.encryption ? postEncrypted(request, vpToken, request.encryption, config) : post(request, { vp_token: JSON.stringify(vpToken), ...stateOf(request) }, config);
}

async function postEncrypted(request: VerifiedRequest, vpToken: Record<string, string[]>, encryption: Encryption, config: WalletConfig): Promise<Receipt> {
  const { jarm } = await responseClient(config).createOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: request.payload as LibraryRequest,
    authorizationResponsePayload: { vp_token: vpToken },
    jarm: {
      encryption: { jwk: encryption.key, nonce: '' },
      serverMetadata: {
        authorization_signing_alg_values_supported: [],
        authorization_encryption_alg_values_supported: [keyAgreement],
        authorization_encryption_enc_values_supported: [encryption.content],
      },
    },
  });
  if (!jarm) throw new TypeError('the answer was not encrypted');
  return post(request, { response: jarm.responseJwt }, config);
}

/**
 * In the clear, as section 8.3.1 allows for errors: it holds nothing about the citizen. A no reads the same whether or not the wallet
 * has the card.
 */
export function postRefusal(request: VerifiedRequest, error: string, config: WalletConfig): Promise<Receipt> {
  return post(request, { error, ...stateOf(request) }, config);
}

function stateOf({ payload: { state } }: VerifiedRequest): { state?: string } {
  return typeof state === 'string' ? { state } : {};
}

type LibraryRequest = Parameters<Openid4vpClient['createOpenid4vpAuthorizationResponse']>[0]['authorizationRequestPayload'];

async function post(request: VerifiedRequest, form: Record<string, string>, config: WalletConfig): Promise<Receipt> {
  const response = await postOnceMore(request.responseUri, form, config);
  const text = await response.text();
  if (!response.ok) throw failureOfAnswer(response, text);
  return readReceipt(text, request, config);
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

/**
 * The wallet sends nobody to a third party: only to where the answer went, or to the town's portal. The answer has arrived all the same,
 * so an address elsewhere, or none that can be read, is no failure.
 */
function readReceipt(text: string, { responseUri, verifier }: VerifiedRequest, config: WalletConfig): Receipt {
  const url = readUrl(redirectIn(text));
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && config.insecureHttpAllowed))) return {};
  const allowed = [responseUri.origin, ...(verifier.trusted ? [new URL(config.town.portal).origin] : [])];
  return allowed.includes(url.origin) ? { redirectUri: url.href } : { elsewhere: url };
}

function redirectIn(text: string): unknown {
  try {
    return readObject(text).redirect_uri;
  } catch {
    return undefined;
  }
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
  const jwe = await new CompactEncrypt(utf8(data))
    .setProtectedHeader({ alg: keyAgreement, enc, ...(publicJwk.kid !== undefined && { kid: publicJwk.kid }) })
    .setKeyManagementParameters(apv ? { apv: fromBase64Url(apv) } : {})
    .encrypt(await importPublicKey(publicJwk));
  return { jwe, encryptionJwk: publicJwk };
};
