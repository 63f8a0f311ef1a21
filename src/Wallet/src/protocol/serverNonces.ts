/** DPoP nonces as servers hand them out (RFC 9449 sections 8 and 8.2), also beside other answers (OpenID4VCI 1.0 section 7.2). */
import { readUrl, type Fetch } from './wire';

const header = 'DPoP-Nonce';

/** The last nonce of each authorization server. */
const nonces = new Map<string, string>();

export const nonceOf = (server: string): string | undefined => nonces.get(server);

export function keepNonce(server: string, { headers }: Response): void {
  const nonce = headers.get(header);
  if (nonce) nonces.set(server, nonce);
}

/** An issuer's own server takes the nonces of its other answers; one on another host has nonces of its own. */
export function speaksForServer(address: string | undefined, server: string): boolean {
  const origin = readUrl(address)?.origin;
  return origin !== undefined && origin === readUrl(server)?.origin;
}

/** Remembers the last answer that brought a nonce, for a server that is not known yet. */
export class HeardNonce {
  #answer: Response | undefined;

  listening(fetch: Fetch): Fetch {
    return async (input, init) => {
      const response = await fetch(input, init);
      if (response.headers.has(header)) this.#answer = response;
      return response;
    };
  }

  keepFor(server: string): void {
    if (this.#answer) keepNonce(server, this.#answer);
  }
}
