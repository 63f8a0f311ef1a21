/** One HTTPS server for all foreign issuers and verifiers; any wallet in a browser may read its answers (CORS). */
import { readFileSync } from 'node:fs';
import { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';

export interface Incoming {
  method: 'GET' | 'POST';
  url: string;
  headers: Headers;
  body: string;
}

export interface Reply {
  status?: number;
  type?: string;
  headers?: Record<string, string>;
  body: string | object;
}

export type Handler = (request: Incoming) => Promise<Reply> | Reply;

const shared = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*', 'Access-Control-Expose-Headers': 'DPoP-Nonce', 'Cache-Control': 'no-store' };

type App = (request: IncomingMessage, response: ServerResponse) => void;

export class PeerServer {
  readonly #handlers = new Map<string, Handler>();
  readonly #apps: { prefixes: string[]; app: App }[] = [];
  readonly #files: { certificate: string; key: string };
  #origin: Promise<string> | undefined;

  /** PEM files of the server's certificate and key. */
  constructor(certificate: string, key: string) {
    this.#files = { certificate, key };
  }

  /** Its address; listens from the first call on. */
  origin(): Promise<string> {
    return (this.#origin ??= this.#listen());
  }

  on(method: Incoming['method'], path: string, handler: Handler): void {
    this.#handlers.set(`${method} ${path}`, handler);
  }

  /** Leaves every path below the prefixes to an app of its own. */
  mount(prefixes: string[], app: App): void {
    this.#apps.push({ prefixes, app });
  }

  #listen(): Promise<string> {
    const server = createServer({ cert: readFileSync(this.#files.certificate), key: readFileSync(this.#files.key) }, async (request, response) => {
      const mounted = this.#apps.find(({ prefixes }) => prefixes.some((prefix) => request.url!.startsWith(`${prefix}/`)));
      if (mounted && request.method !== 'OPTIONS') {
        for (const [name, value] of Object.entries(shared)) response.setHeader(name, value);
        mounted.app(request, response);
        return;
      }
      const url = `${await this.origin()}${request.url}`;
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk as Buffer);
      const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
      const reply = await this.#answer({ method: request.method as Incoming['method'], url, headers, body: Buffer.concat(chunks).toString() });
      const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
      response.writeHead(reply.status ?? 200, { ...shared, 'Content-Type': reply.type ?? 'application/json', ...reply.headers }).end(text);
    });
    return new Promise((listening) => server.listen(0, 'localhost', () => listening(`https://localhost:${(server.address() as AddressInfo).port}`)));
  }

  async #answer(request: Incoming): Promise<Reply> {
    if ((request.method as string) === 'OPTIONS') return { status: 204, body: '' };
    const handler = this.#handlers.get(`${request.method} ${new URL(request.url).pathname}`);
    if (!handler) return { status: 404, body: { error: 'not_found' } };
    try {
      return await handler(request);
    } catch (error) {
      return refusalOf(error);
    }
  }
}

/** What the libraries want to be answered, or else a bug of ours. */
function refusalOf(error: unknown): Reply {
  const known = error as { errorResponse?: { error: string }; status?: number };
  const detail = error instanceof Error ? `${error.message}${error.cause instanceof Error ? `: ${error.cause.message}` : ''}` : String(error);
  if (known.errorResponse) return { status: known.status ?? 400, body: { ...known.errorResponse, internal: detail } };
  return { status: 500, body: { error: 'server_error', error_description: detail } };
}
