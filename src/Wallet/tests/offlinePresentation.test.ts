import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { toBase45 } from '../src/protocol/base45';
import { toBase64Url } from '../src/protocol/bytes';
import type { KeyVault, SdJwtCopy } from '../src/protocol/contract';
import { bytesOfCode, codesOf, packCopy, presentOffline } from '../src/protocol/offlinePresentation';

// The warden's device (`src/App/Browser/tests/phonePresentation.test.ts`) and the town (`PhonePresentationTests`, C#) read the same file.
const vectors = JSON.parse(readFileSync(new URL('../../App/Browser/tests/phonePresentation.vectors.json', import.meta.url), 'utf8')) as {
  ags: string; now: number; holder: JsonWebKey; sdJwt: string; presentation: string; codes: string[];
};
const copy: SdJwtCopy = { format: 'dc+sd-jwt', sdJwt: vectors.sdJwt, keyId: 'k', used: false };
const now = vectors.now / 1000;
const ecdsa = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

async function vault(): Promise<KeyVault> {
  const key = await crypto.subtle.importKey('jwk', vectors.holder, ecdsa, false, ['sign']);
  return { create: async () => [], remove: async () => {}, sign: async (_, data) => new Uint8Array(await crypto.subtle.sign(ecdsa, key, new Uint8Array(data))) };
}

const show = async (at = now) => presentOffline(await packCopy(copy), vectors.ags, await vault(), at);

describe('a permit shown without a network', () => {
  test('holds plate, zone and days, and no other claim of the card', async () => {
    const [, ...disclosures] = inflateRawSync((await show()).subarray(140)).toString().split('\0');
    expect(disclosures.map(disclosure => (JSON.parse(disclosure) as unknown[]).slice(1))).toEqual([['plate', 'GE-AB 123'], ['zone', 'P'], ['valid_from', '2026-11-24'], ['valid_until', '2027-11-23']]);
  });

  test('is a presentation of RFC 9901 with its header and its binding left out', async () => {
    const [jwt = '', ...rest] = vectors.presentation.split('~');
    const [header = '', payload = '', signature = ''] = jwt.split('.');
    const packed = await show();
    expect(packed.subarray(0, 8)).toEqual(new Uint8Array(createHash('sha256').update(header).digest().subarray(0, 8)));
    expect(new DataView(packed.buffer).getUint32(8)).toBe(now);
    expect(toBase64Url(packed.subarray(76, 140))).toBe(signature);
    const parts = inflateRawSync(packed.subarray(140)).toString().split('\0').map(part => Buffer.from(part).toString('base64url'));
    expect(parts).toEqual([payload, ...rest.slice(0, -1)]);
  });

  test('is bound to the holder’s key, the wardens of the town and this second', async () => {
    const [bindingHeader, bindingPayload] = vectors.presentation.split('~').at(-1)!.split('.');
    const { d: _, key_ops: __, ...holder } = vectors.holder;
    const key = await crypto.subtle.importKey('jwk', holder, ecdsa, false, ['verify']);
    const holds = async (packed: Uint8Array) => crypto.subtle.verify(ecdsa, key, packed.slice(12, 76), Buffer.from(`${bindingHeader}.${bindingPayload}`));
    expect(JSON.parse(Buffer.from(bindingPayload!, 'base64url').toString())).toMatchObject({ iat: now, nonce: String(now), aud: `urn:modellstadt:wardens:${vectors.ags}` });
    expect(await holds(await show())).toBe(true);
    expect(await holds(await show(now + 1))).toBe(false);
  });

  test('is cut into codes of a size, each of which says its place and whose part it is', async () => {
    const packed = await show();
    const codes = await codesOf(packed, bytesOfCode);
    expect(codes).toHaveLength(3);
    for (const code of codes) expect(code).toMatch(/^MSO1:[0-9A-Z $%*+\-./:]{400,450}$/);
    expect(await codesOf(packed, packed.length)).toHaveLength(1);
    await expect(codesOf(packed, 50)).rejects.toThrow(RangeError);
  });

  test('needs plate, zone and days on the card', async () => {
    const without = vectors.sdJwt.split('~').filter(part => !Buffer.from(part, 'base64url').toString().includes('"plate"')).join('~');
    await expect(packCopy({ ...copy, sdJwt: without })).rejects.toThrow(RangeError);
  });
});

describe('Base45', () => {
  // RFC 9285 section 4.3.
  test.each([['AB', 'BB8'], ['Hello!!', '%69 VD92EX0'], ['base-45', 'UJCLQE7W581']])('of %s is %s', (plain, text) => expect(toBase45(Buffer.from(plain))).toBe(text));
});
