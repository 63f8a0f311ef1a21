import { afterEach, beforeEach, vi } from 'vitest';

type Handler = (request: Request) => Response | Promise<Response>;

/** Stands for every server the wallet talks to, and remembers who was asked for what. */
export class Network {
  readonly asked: string[] = [];
  readonly #handlers = new Map<string, Handler>();

  on(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, handler: Handler): void {
    this.#handlers.set(`${method} ${url}`, handler);
  }

  /** What stands behind an address now, for a test that wants to stand in between. */
  handler(method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string): Handler {
    return this.#handlers.get(`${method} ${url}`)!;
  }

  async answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    const request = new Request(input, init);
    const name = `${request.method} ${request.url}`;
    this.asked.push(name);
    const handler = this.#handlers.get(name);
    return handler ? handler(request) : new Response('not found', { status: 404 });
  }
}

/** A network for every test of a file, in the place of `fetch`. */
export function useNetwork(): { current: Network } {
  const holder = { current: new Network() };
  beforeEach(() => {
    holder.current = new Network();
    vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => holder.current.answer(input, init));
  });
  afterEach(() => {
    vi.unstubAllGlobals();
  });
  return holder;
}

export function json(value: unknown, status = 200): Response {
  return new Response(JSON.stringify(value), { status, headers: { 'Content-Type': 'application/json' } });
}
