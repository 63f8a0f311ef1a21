/** Calls to the town as wallet provider, on the wallet's own host. Each carries a DPoP proof (RFC 9449) by the key the wallet is registered with. */
import { configuration } from './configuration';
import { toBase64Url, type Bytes } from './protocol/bytes';
import { ProtocolFailure, type KeptKey } from './protocol/contract';
import { isObject } from './protocol/signedToken';
import { holderKey, SigningKeys } from './protocol/signingKeys';
import { limitedFetch } from './protocol/wire';
import { holderKeys } from './storage/holderKeys';
import type { Registration } from './storage/registration';
import { lockedElsewhere } from './wallet';

export interface TownCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** An object goes as JSON. */
  body?: Bytes | object;
  /** `If-Match` or `If-None-Match`. */
  condition?: Record<string, string>;
}

const problemPrefix = 'urn:modellstadt:wallets:';

/** A call about this wallet. */
export const callTown = (dataKey: CryptoKey, { wallet, key }: Registration, what: string, call: TownCall): Promise<Response> =>
  askTown(`/wallets/${encodeURIComponent(wallet)}/${what}`, call, { dataKey, key });

/** A key of the wallet, and what opens it. */
export interface Signer {
  dataKey: CryptoKey;
  key: KeptKey;
}

/**
 * A call, with a proof where there is a key for it. A town that says that this wallet was locked from outside ends it: nothing of it is left then.
 *
 * @throws ProtocolFailure `refused-by-peer` with the last part of the problem's type, or `http_` and the status
 */
export async function askTown(path: string, { method, body, condition = {} }: TownCall, signer?: Signer): Promise<Response> {
  const config = await configuration();
  if (!config) throw new ProtocolFailure('network', undefined, 'config.json was never loaded');
  const url = `${location.origin}${path}`;
  const bytes = body instanceof Uint8Array;
  const response = await limitedFetch(config)(url, {
    method,
    headers: {
      ...(body !== undefined && { 'Content-Type': bytes ? 'application/octet-stream' : 'application/json' }),
      ...(signer && { DPoP: await dpop(signer, method, url) }),
      ...condition,
    },
    ...(body !== undefined && { body: bytes ? body : JSON.stringify(body) }),
  });
  if (response.ok) return response;
  const code = problemOf(await response.text()) ?? `http_${response.status}`;
  if (code === 'wallet-locked') await lockedElsewhere();
  throw new ProtocolFailure('refused-by-peer', code, 'the town as wallet provider');
}

/** A token by a key of the wallet, which stands in its header. */
export function signWith({ dataKey, key }: Signer, typ: string, payload: object): Promise<string> {
  const keys = new SigningKeys(holderKeys(() => dataKey));
  const { jwk } = keys.lend(holderKey(key));
  return keys.signToken(jwk, { typ, alg: 'ES256', jwk }, payload);
}

function dpop(signer: Signer, htm: string, htu: string): Promise<string> {
  const jti = toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
  return signWith(signer, 'dpop+jwt', { htm, htu, jti, iat: Math.floor(Date.now() / 1000) });
}

function problemOf(text: string): string | undefined {
  try {
    const problem: unknown = JSON.parse(text);
    const type = isObject(problem) ? problem.type : undefined;
    return typeof type === 'string' && type.startsWith(problemPrefix) ? type.slice(problemPrefix.length) : undefined;
  } catch {
    return undefined;
  }
}
