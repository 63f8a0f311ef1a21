/** How a question reaches the wallet (OpenID4VP 1.0 section 5): in the link itself, or signed, by value or by reference (RFC 9101). */
import { toBase64Url } from './bytes';
import { ProtocolFailure, type WalletConfig } from './contract';
import { failureOfAnswer } from './failures';
import { limitedFetch, permittedUrl } from './wire';

/** A signed question as it arrived, and the nonce this wallet sent for it. */
export interface RequestObject {
  jwt: string;
  walletNonce?: string;
}

/** Parameters that are JSON, and stand in a link as text. */
const structured = ['dcql_query', 'client_metadata', 'transaction_data', 'verifier_info', 'modellstadt_purpose', 'modellstadt_cross_device'];
const maximumLinkLength = 64 * 1024;

/** @throws ProtocolFailure `malformed` for a link that is too long, or that names a parameter twice. */
export function checkLink(link: URL): void {
  if (link.href.length > maximumLinkLength) throw broken('size', 'the link is too long');
  const names = [...link.searchParams.keys()];
  if (new Set(names).size < names.length) throw broken('invalid_request', 'a parameter stands twice');
}

/** By value in `request`, or by reference: with `request_uri_method=post` the wallet adds a nonce of its own (section 5.10). */
export async function fetchRequestObject(link: URL, config: WalletConfig): Promise<RequestObject> {
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

/** The parameters of a question that stands in the link and is signed by nobody. */
export function unsignedParameters({ searchParams }: URL): Record<string, unknown> {
  if (searchParams.has('request') || searchParams.has('request_uri')) throw broken('client_id', 'with this prefix a request cannot be signed');
  return Object.fromEntries([...searchParams].map(([name, text]) => [name, structured.includes(name) ? readStructured(name, text) : text]));
}

function readStructured(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw broken(name, 'not JSON');
  }
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
