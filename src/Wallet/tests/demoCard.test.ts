import 'fake-indexeddb/auto';
import { afterEach, describe, expect, test } from 'vitest';
import { demoCode, demoFace } from '../src/demoCard';
import { permitCode } from '../src/protocol/permitCode';
import { pathOfCode } from '../src/scan/links';
import { readAll } from '../src/storage/database';
import { setting } from '../src/storage/settings';
import { keepDemoCard, walletState } from '../src/wallet';

afterEach(() => keepDemoCard(false));

describe('the demo card', () => {
  test('lies beside the real cards: no card, no key, no face', async () => {
    await keepDemoCard(true);
    expect(walletState().demoCard).toBe(true);
    for (const store of ['cards', 'keys', 'faces', 'history'] as const) expect(await readAll(store)).toEqual([]);
    expect(walletState().faces).toEqual([]);
  });

  test('is taken until it is thrown away', async () => {
    await keepDemoCard(true);
    expect(await setting('demoCard')).toBe(true);
    await keepDemoCard(false);
    expect(await setting('demoCard')).toBe(false);
    expect(walletState().demoCard).toBe(false);
  });

  test('has a QR code that opens nothing and is no code of a permit', async () => {
    const copy = { keyId: 'k', used: false, format: 'dc+sd-jwt' as const, sdJwt: '', status: { uri: 'https://town.example/1', index: 2, listNumber: 1 } };
    const keys = { create: async () => [], sign: async () => new Uint8Array(64), remove: async () => {} };
    const [form] = (await permitCode(copy, keys, 0)).split('.');
    expect(form).toBe('MSP1');
    expect(demoCode.startsWith(form ?? '')).toBe(false);
    expect(pathOfCode(demoCode, 'https://wallet.example')).toBeUndefined();
  });

  test('has a plate that no authority gives to a car', () => expect(demoFace.plate).toMatch(/ 0+$/));
});
