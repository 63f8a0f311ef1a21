import { ProtocolFailure, type WalletConfig } from './contract';

const maximumBodyBytes = 1024 * 1024;
const patienceMilliseconds = 20_000;

export type Fetch = typeof fetch;

/**
 * `fetch` for talking to issuers and verifiers: no cookies, no referrer, no redirects, a time limit, and a limit of 1 MiB
 * counted while the body arrives. Throws `ProtocolFailure` `network`, `malformed` or `untrusted`.
 */
export function limitedFetch(config: WalletConfig): Fetch {
  return async (input, init) => {
    const url = permittedUrl(input instanceof Request ? input.url : input, config);
    const response = await reached(() =>
      fetch(url, {
        ...init,
        redirect: 'error',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(patienceMilliseconds),
      }),
    );
    const body = await reached(() => readLimited(response.body, maximumBodyBytes));
    return new Response(body.length > 0 ? body : null, { status: response.status, headers: response.headers });
  };
}

/** https, or http where the configuration allows it for local demonstration. */
export function permittedUrl(text: string | URL, config: WalletConfig): URL {
  const url = readUrl(text);
  if (!url) throw new ProtocolFailure('malformed', 'url', String(text).slice(0, 200));
  if (url.protocol === 'https:' || (url.protocol === 'http:' && config.insecureHttpAllowed)) return url;
  throw new ProtocolFailure('untrusted', 'url', `${url.protocol} is not allowed`);
}

/** An address, or nothing; `URL.parse` is not yet on every phone. */
export function readUrl(text: unknown): URL | undefined {
  try {
    return new URL(String(text));
  } catch {
    return undefined;
  }
}

/** Collects a stream, but never more than `limit` bytes. */
export async function readLimited(stream: ReadableStream<Uint8Array> | null, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = stream?.getReader();
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    length += part.value.length;
    if (length > limit) {
      await reader?.cancel();
      throw new ProtocolFailure('malformed', 'size', `more than ${limit} bytes`);
    }
    chunks.push(part.value);
  }
  const bytes = new Uint8Array(length);
  chunks.reduce((offset, chunk) => {
    bytes.set(chunk, offset);
    return offset + chunk.length;
  }, 0);
  return bytes;
}

/** The wire fails with `TypeError` or `DOMException`: no connection, no CORS, a redirect, or no answer in time. */
async function reached<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ProtocolFailure) throw error;
    throw new ProtocolFailure('network', undefined, error instanceof Error ? error.message : String(error));
  }
}
