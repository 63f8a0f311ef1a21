import { createHash } from 'node:crypto';
import { calculateJwkThumbprint, decodeJwt, EmbeddedJWK, jwtVerify, type JWK } from 'jose';
import { beforeEach, expect, vi } from 'vitest';
import { setUpPin } from '../../src/lock/pin';
import { fromBase64Url, toBase64Url } from '../../src/protocol/bytes';
import { loadTexts } from '../../src/texts/texts';
import { configured, requireDataKey, unlocked } from '../../src/wallet';
import { freshBrowser } from '../fixtures/browser';
import { json, useNetwork } from '../protocol/network';

export const origin = 'http://wallet.test';
export const portal = 'http://localhost:5080';

interface KnownWallet {
  id: string;
  thumbprint: string;
  emergency: string;
  locator: string;
  locked: boolean;
  list?: { bytes: Uint8Array<ArrayBuffer>; version: number };
  holdings: { notification: string; last_day?: string }[];
  push?: { endpoint: string };
  notices: { id: string; kind: string; at: number }[];
}

const problem = (name: string, status: number) => json({ type: `urn:modellstadt:wallets:${name}`, status }, status);

/** The town as wallet provider, as its README describes it: every call proved by the wallet's key, every proof good once. */
export class Town {
  readonly wallets: KnownWallet[] = [];
  /** Everything that wallets ever sent, as text. */
  readonly heard: string[] = [];
  reachable = true;
  readonly #proofs = new Set<string>();

  /** What the town's page does with an emergency code: the code itself, not what the wallet sent. */
  lock(wallet: KnownWallet): void {
    wallet.locked = true;
    wallet.notices.push({ id: 'n-locked', kind: 'locked', at: 1 });
  }

  async answer(request: Request): Promise<Response> {
    if (!this.reachable) throw new TypeError('no network');
    const path = new URL(request.url).pathname;
    const body = new Uint8Array(await request.clone().arrayBuffer());
    this.heard.push(path, Buffer.from(body).toString());
    const found = /^\/wallets\/lists\/([\w-]+)$/.exec(path);
    if (found) return this.#find(found[1]!);
    if (path.startsWith('/wallets/relays')) return this.#passOn(request, path, body);
    if (path === '/wallets/push-key') return json({ key: toBase64Url(new Uint8Array(65).fill(4)) });
    const proof = await this.#prove(request);
    if (!proof) return problem('proof-refused', 401);
    if (path === '/wallets') return this.#register(JSON.parse(Buffer.from(body).toString()) as Record<string, string>, proof);
    const [, , id, what = '', one] = path.split('/');
    const wallet = this.wallets.find(known => known.id === id && known.thumbprint === proof);
    return wallet ? this.#serve(wallet, `${request.method} ${what}`, request, body, one) : problem('wallet-unknown', 404);
  }

  async #prove(request: Request): Promise<string | undefined> {
    const token = request.headers.get('DPoP') ?? '';
    const { payload, protectedHeader } = await jwtVerify(token, EmbeddedJWK, { typ: 'dpop+jwt', algorithms: ['ES256'], clockTolerance: '99 years' });
    expect(payload).toMatchObject({ htm: request.method, htu: request.url });
    const { jti } = decodeJwt(token);
    if (this.#proofs.has(jti!)) return undefined;
    this.#proofs.add(jti!);
    return calculateJwkThumbprint(protectedHeader.jwk as JWK);
  }

  /** By what one writes into a mailbox: what one reads with, and what lies in it. */
  readonly mailboxes = new Map<string, { reader: string; sealed?: Uint8Array<ArrayBuffer> }>();

  #passOn(request: Request, path: string, body: Uint8Array<ArrayBuffer>): Response {
    const [, , , mailbox] = path.split('/');
    if (mailbox === undefined) {
      const made = { mailbox: fresh(), reader: fresh() };
      this.mailboxes.set(made.mailbox, { reader: made.reader });
      return json({ ...made, expires_in: 300 }, 201);
    }
    const known = this.mailboxes.get(mailbox);
    if (request.method === 'PUT') {
      if (!known || known.sealed) return problem('mailbox-unknown', 404);
      known.sealed = body;
      return new Response(null, { status: 204 });
    }
    if (known?.reader !== (JSON.parse(Buffer.from(body).toString()) as { reader: string }).reader) return problem('mailbox-unknown', 404);
    if (!known.sealed) return new Response(null, { status: 204 });
    this.mailboxes.delete(mailbox);
    return new Response(known.sealed);
  }

  #register({ emergency, locator }: Record<string, string>, thumbprint: string): Response {
    let wallet = this.wallets.find(known => known.thumbprint === thumbprint);
    if (!wallet) {
      const id = `0000000${this.wallets.length}-0000-4000-8000-000000000000`;
      wallet = { id, thumbprint, emergency: emergency!, locator: hashOf(locator!), locked: false, holdings: [], notices: [] };
      this.wallets.push(wallet);
    }
    return wallet.emergency === emergency ? json({ wallet: wallet.id }, 201) : problem('already-registered', 409);
  }

  #find(locator: string): Response {
    const list = this.wallets.find(known => known.locator === hashOf(locator))?.list;
    return list ? new Response(list.bytes) : problem('list-unknown', 404);
  }

  #serve(wallet: KnownWallet, call: string, request: Request, body: Uint8Array<ArrayBuffer>, one: string | undefined): Response {
    switch (call) {
      case 'GET notices': return json({ notices: wallet.notices });
      case 'DELETE notices':
        wallet.notices = wallet.notices.filter(({ id }) => id !== one);
        return new Response(null, { status: 204 });
      case 'GET list': return new Response(wallet.list!.bytes, { headers: { ETag: tagOf(wallet.list!.version) } });
    }
    if (wallet.locked) return problem('wallet-locked', 403);
    switch (call) {
      case 'PUT emergency': {
        const { emergency, locator } = JSON.parse(Buffer.from(body).toString()) as Record<string, string>;
        Object.assign(wallet, { emergency, locator: hashOf(locator!) });
        return new Response(null, { status: 204 });
      }
      case 'PUT holdings':
        wallet.holdings = (JSON.parse(Buffer.from(body).toString()) as KnownWallet).holdings;
        return new Response(null, { status: 204 });
      case 'PUT push':
        wallet.push = JSON.parse(Buffer.from(body).toString()) as { endpoint: string };
        return new Response(null, { status: 204 });
      case 'DELETE push':
        delete wallet.push;
        return new Response(null, { status: 204 });
      case 'PUT list': {
        const seen = request.headers.get('If-Match') ?? request.headers.get('If-None-Match');
        if (seen !== (wallet.list ? tagOf(wallet.list.version) : '*')) return problem('list-changed', 412);
        wallet.list = { bytes: body, version: (wallet.list?.version ?? 0) + 1 };
        return new Response(null, { status: 204, headers: { ETag: tagOf(wallet.list.version) } });
      }
      default: return problem('unreadable', 400);
    }
  }
}

const fresh = () => toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
const tagOf = (version: number) => `"${version}"`;
const hashOf = (locator: string) => toBase64Url(createHash('sha256').update(fromBase64Url(locator)).digest());

/** A town and an unlocked wallet before each test. */
export function useTown(): { current: Town } {
  freshBrowser();
  useNetwork();
  const holder = { current: new Town() };
  beforeEach(async () => {
    const town = (holder.current = new Town());
    vi.stubGlobal('location', { origin, reload: () => {} });
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Linux; Android 15) Mobile', onLine: true });
    vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => town.answer(new Request(input, init)));
    configured({ town: { ags: '', name: 'Gelsenkirchen', portal }, demo: true, insecureHttpAllowed: true, trust: { issuers: [], verifiers: [] } });
    await loadTexts('de');
    await unlocked(await setUpPin('271828'));
  });
  return holder;
}

/** A phone that nobody has used before, in the place of this one. */
export async function anotherPhone(): Promise<CryptoKey> {
  const { eraseEverything } = await import('../../src/storage/database');
  await eraseEverything();
  await unlocked(await setUpPin('314159'));
  return requireDataKey();
}
