import { decodeJwt, decodeProtectedHeader, EmbeddedJWK, jwtVerify, type JWK } from 'jose';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { setUpPin } from '../src/lock/pin';
import type { KeptKey } from '../src/protocol/contract';
import { holderKeys } from '../src/storage/holderKeys';
import { townProvider } from '../src/townProvider';
import { configured, requireDataKey, startOver, unlocked } from '../src/wallet';
import { freshBrowser } from './fixtures/browser';
import { json, useNetwork } from './protocol/network';

const origin = 'http://wallet.test';
const wallet = '3f0c0000-0000-4000-8000-000000000001';
const other = '3f0c0000-0000-4000-8000-000000000002';
const network = useNetwork();

interface Call {
  body: Record<string, unknown>;
  /** Thumbprint members of the key behind the DPoP proof. */
  key: JWK;
}

/** Checks the proof of a call as RFC 9449 section 4.3 says. */
async function read(request: Request): Promise<Call> {
  const { payload, protectedHeader } = await jwtVerify(request.headers.get('DPoP')!, EmbeddedJWK, { typ: 'dpop+jwt', algorithms: ['ES256'], clockTolerance: '99 years' });
  expect(payload).toMatchObject({ htm: 'POST', htu: request.url });
  return { body: (await request.json()) as Record<string, unknown>, key: protectedHeader.jwk! };
}

async function keyOfProof(proof: string, nonce: string): Promise<JWK> {
  const { protectedHeader } = await jwtVerify(proof, EmbeddedJWK, { typ: 'openid4vci-proof+jwt', audience: origin, algorithms: ['ES256'], clockTolerance: '99 years' });
  expect(decodeJwt(proof).nonce).toBe(nonce);
  return protectedHeader.jwk!;
}

describe('the town as wallet provider', () => {
  freshBrowser();
  const calls: Call[] = [];
  const attested: JWK[] = [];

  function serve(id: string): void {
    network.current.on('POST', `${origin}/wallets`, async request => {
      calls.push(await read(request));
      return json({ wallet: id }, 201);
    });
    network.current.on('POST', `${origin}/wallets/${id}/attestations`, async request => {
      const call = await read(request);
      attested.push(await keyOfProof(call.body.proof as string, id));
      calls.push(call);
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
      return json({ wallet_attestation: `${part({})}.${part({ sub: origin, exp: Math.floor(Date.now() / 1000) + 7200 })}.${calls.length}` });
    });
    network.current.on('POST', `${origin}/wallets/${id}/key-attestations`, async request => {
      const call = await read(request);
      attested.push(...(await Promise.all((call.body.proofs as string[]).map(proof => keyOfProof(proof, id)))));
      calls.push(call);
      return json({ key_attestation: 'word' });
    });
  }

  beforeEach(async () => {
    calls.length = attested.length = 0;
    vi.stubGlobal('location', { origin });
    vi.stubGlobal('navigator', {});
    configured({ town: { ags: '', name: '', portal: origin }, demo: true, insecureHttpAllowed: true, trust: { issuers: [], verifiers: [] } });
    await unlocked(await setUpPin('271828'));
    serve(wallet);
  });
  afterEach(() => vi.unstubAllGlobals());

  test('registers the wallet once, and calls with the key it registered', async () => {
    await townProvider.attestation('https://one.test', false);
    await townProvider.attestation('https://two.test', false);
    expect(network.current.asked.map(name => name.split('/').at(-1))).toEqual(['wallets', 'attestations', 'attestations']);
    expect(new Set(calls.map(({ key }) => key.x))).toEqual(new Set([(calls[0]!.body.key as JWK).x]));
  });

  test('shows each server a key of its own, and one server always the same', async () => {
    const key = async (server: string, fresh: boolean) => (await townProvider.attestation(server, fresh)).key.keyId;
    const [first, again, other] = [await key('https://three.test', false), await key('https://three.test', true), await key('https://four.test', false)];
    expect(again).toBe(first);
    expect(other).not.toBe(first);
    expect(attested.map(({ x }) => x)).toEqual([attested[0]!.x, attested[0]!.x, attested[2]!.x]);
    expect(attested[2]!.x).not.toBe(calls[0]!.key.x);
  });

  test('is asked again only when its word is over', async () => {
    const jwt = async () => (await townProvider.attestation('https://five.test', false)).jwt;
    const first = await jwt();
    expect(await jwt()).toBe(first);
    vi.setSystemTime(Date.now() + 7_200_000);
    await unlocked(requireDataKey());
    expect(await jwt()).not.toBe(first);
  });

  test('is asked anew by a wallet that was erased and set up again in the same page', async () => {
    const first = await townProvider.attestation('https://seven.test', false);
    await startOver();
    await unlocked(await setUpPin('314159'));
    serve(other);
    expect((await townProvider.attestation('https://seven.test', false)).key.keyId).not.toBe(first.key.keyId);
  });

  test('attests keys that prove themselves, under the issuer\'s nonce', async () => {
    const keys: KeptKey[] = await holderKeys(requireDataKey).create(2);
    expect(await townProvider.attestKeys(keys, 'nonce-1')).toBe('word');
    expect(attested.map(({ x }) => x)).toEqual(keys.map(({ publicJwk }) => publicJwk.x));
    expect(calls.at(-1)!.body.nonce).toBe('nonce-1');
    expect((calls.at(-1)!.body.proofs as string[]).map(proof => decodeProtectedHeader(proof).typ)).toEqual(['openid4vci-proof+jwt', 'openid4vci-proof+jwt']);
  });

  test('that says no is no reason to go on without', async () => {
    network.current.on('POST', `${origin}/wallets/${wallet}/attestations`, () => json({}, 403));
    await expect(townProvider.attestation('https://six.test', false)).rejects.toMatchObject({ kind: 'refused-by-peer', code: 'http_403' });
  });
});
