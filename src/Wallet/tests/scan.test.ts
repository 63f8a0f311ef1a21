import { afterEach, describe, expect, test, vi } from 'vitest';
import { pathOfCode } from '../src/scan/links';
import { normalised, redeem } from '../src/scan/typedCode';

const own = 'http://wallet.localhost:5081';

describe('a scanned code', () => {
  test.each([
    ['openid-credential-offer://?credential_offer_uri=https%3A%2F%2Fa%2Fb', '/receive?credential_offer_uri=https%3A%2F%2Fa%2Fb&device=cross'],
    ['haip-vci://?credential_offer_uri=https%3A%2F%2Fa', '/receive?credential_offer_uri=https%3A%2F%2Fa&device=cross'],
    ['openid4vp://?client_id=x&request_uri=https%3A%2F%2Fa', '/present?client_id=x&request_uri=https%3A%2F%2Fa&device=cross'],
    ['haip-vp://?client_id=x', '/present?client_id=x&device=cross'],
    [`${own}/present?client_id=x&device=same`, '/present?client_id=x&device=cross'],
    [`${own}/give?hello=a&parcel=b&key=c`, '/give?hello=a&parcel=b&key=c&device=cross'],
    [`${own}/receive?credential_offer_uri=a`, '/receive?credential_offer_uri=a&device=cross'],
  ])('%s leads to %s', (text, path) => expect(pathOfCode(text, own)).toBe(path));

  test.each(['', 'MSP1.1.2.3.x', 'https://example.com/receive?credential_offer_uri=a', `${own}/settings?x=1`, 'openid4vp://', `openid4vp://?x=${'a'.repeat(9000)}`])(
    '%.30s is meant for somebody else', text => expect(pathOfCode(text, own)).toBeUndefined());
});

describe('a typed code', () => {
  afterEach(() => vi.unstubAllGlobals());

  function town(answer: () => Promise<Response>) {
    const fetched = vi.fn(answer);
    vi.stubGlobal('fetch', fetched);
    vi.stubGlobal('location', { origin: own });
    return fetched;
  }

  test.each([['a3k7-qm2p', 'A3K7QM2P'], ['B3K7 QM2P', 'B3K7QM2P'], ['C3K7QM2P', undefined], ['A3K7QM2', undefined], ['A3K7QM20', undefined], ['A3K7QMIP', undefined]])(
    '%s is read as %s', (typed, code) => expect(normalised(typed)).toBe(code));

  test.each([['A3K7-QM2P', 'http://town/issuers/codes/A3K7QM2P'], ['B3K7-QM2P', 'http://town/verifier/codes/B3K7QM2P']])('%s is asked at %s', async (typed, address) => {
    const fetched = town(async () => Response.json({ uri: 'openid4vp://?client_id=x' }));
    expect(await redeem(typed, 'http://town')).toEqual({ path: '/present?client_id=x&device=cross' });
    expect(fetched).toHaveBeenCalledWith(address, expect.objectContaining({ credentials: 'omit' }));
  });

  test.each([
    ['unknown', async () => new Response(null, { status: 404 })],
    ['too-often', async () => new Response(null, { status: 429 })],
    ['offline', () => Promise.reject(new TypeError('network'))],
    ['not-for-us', async () => Response.json({ uri: 'https://example.com' })],
  ] as const)('says when it is %s', async (problem, answer) => {
    town(answer);
    expect(await redeem('A3K7-QM2P', 'http://town')).toEqual({ problem });
  });

  test('that cannot be one is not sent anywhere', async () => {
    const fetched = town(async () => Response.json({}));
    expect(await redeem('hello', 'http://town')).toEqual({ problem: 'form' });
    expect(fetched).not.toHaveBeenCalled();
  });
});
