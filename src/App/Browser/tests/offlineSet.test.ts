import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { OfflineSet } from '../src/offlineSet';

/** Written and checked by the C# tests as well (OfflineSetTests). */
interface Vectors {
  townKey: JsonWebKey;
  shift: string;
  now: number;
  set: string;
  inside: [string, string, string][];
  outside: [string, string, string][];
}

const vectors = JSON.parse(readFileSync(new URL('offlineSet.vectors.json', import.meta.url), 'utf8')) as Vectors;
const sent = () => Uint8Array.from(Buffer.from(vectors.set, 'base64url'));
const open = (set = sent(), now = vectors.now, shift = vectors.shift, townKey = vectors.townKey) => OfflineSet.open(set, townKey, shift, now);

describe('an offline set of the town', () => {
  test('knows what the town put in and nothing else', async () => {
    const set = await open();
    for (const [day, zone, plate] of vectors.inside) expect(await set.contains(day, zone, plate, vectors.now), plate).toBe(true);
    for (const [day, zone, plate] of vectors.outside) expect(await set.contains(day, zone, plate, vectors.now), plate).toBe(false);
    expect(set.header).toMatchObject({ shift: vectors.shift, count: vectors.inside.length, builtAt: vectors.now });
  });

  test('says nothing about a zone that is not in it', async () => {
    expect(await (await open()).contains('2026-12-31', 'B', 'GE-AB123', vectors.now)).toBeUndefined();
  });

  test('answers nothing from its end on', async () => {
    const set = await open();
    const { validUntil } = set.header;
    expect(await set.contains('2026-12-31', 'P', 'GE-AB123', validUntil - 1)).toBe(true);
    expect(await set.contains('2026-12-31', 'P', 'GE-AB123', validUntil)).toBeUndefined();
  });

  test('answers nothing once it is forgotten', async () => {
    const set = await open();
    set.forget();
    expect(await set.contains('2026-12-31', 'P', 'GE-AB123', vectors.now)).toBeUndefined();
    expect(set.isAlive(vectors.now)).toBe(false);
  });

  test('leaves no key behind in what was received', async () => {
    const set = sent();
    await open(set);
    expect([...set.subarray(0, 32)]).toEqual(Array.from({ length: 32 }, () => 0));
  });
});

describe('refused is a set', () => {
  test('that is over', () => expect(open(sent(), vectors.now + 9 * 3_600_000)).rejects.toThrow('it is over'));

  test('of another shift', () => expect(open(sent(), vectors.now, 'another')).rejects.toThrow('another shift'));

  test('that another key signed', async () => {
    const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
    await expect(open(sent(), vectors.now, vectors.shift, await crypto.subtle.exportKey('jwk', publicKey))).rejects.toThrow('did not sign');
  });

  test('whose table was changed in one bit', async () => {
    const set = sent();
    set[set.length - 1]! ^= 1;
    await expect(open(set)).rejects.toThrow('another table');
  });

  test('whose table was cut', () => expect(open(sent().slice(0, -6))).rejects.toThrow('another table'));

  test.each([0, 33, 60])('that ends after %i bytes', length => expect(open(sent().slice(0, length))).rejects.toThrow('it ends'));
});
