import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readSeal, sealPrefix } from '../src/slipSeal';

// SlipSealTests (C#) reads the same file: both sides agree on what a seal is.
const { ags, key, foreign, seal, claims } = JSON.parse(readFileSync(new URL('slipSeal.vectors.json', import.meta.url), 'utf8')) as { ags: string; key: JsonWebKey; foreign: JsonWebKey; seal: string; claims: object };

describe('the seal on a slip', () => {
  test('says what the town sealed', async () => expect(await readSeal(seal, ags, [foreign, key])).toEqual(claims));

  test('is refused with each changed character', async () => {
    for (let at = sealPrefix.length; at < seal.length; at++) {
      const changed = `${seal.slice(0, at)}${seal[at] === '0' ? '1' : '0'}${seal.slice(at + 1)}`;
      expect(await readSeal(changed, ags, [key]), `character ${at}`).toBeNull();
    }
  });

  test('is refused with a foreign key, of another town, cut off or with more behind it', async () => {
    expect(await readSeal(seal, ags, [foreign])).toBeNull();
    expect(await readSeal(seal, '05334002', [key])).toBeNull();
    expect(await readSeal(seal.slice(0, -3), ags, [key])).toBeNull();
    expect(await readSeal(`${seal}000`, ags, [key])).toBeNull();
    expect(await readSeal(`MSS2:${seal.slice(5)}`, ags, [key])).toBeNull();
    expect(await readSeal(seal + '0'.repeat(600), ags, [key])).toBeNull();
  });

  test.each(['', 'MSS1:', 'MSS1:BB8', 'MSS1::::', 'GE-AB 123'])('%s is none', async text => expect(await readSeal(text, ags, [key])).toBeNull());
});
