import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { StoredCredential } from '../src/protocol/contract';
import { keepCards, openCard } from '../src/storage/cards';
import { whileShown } from '../src/storage/shownCopies';
import { freshBrowser } from './fixtures/browser';
import { permit } from './fixtures/cards';
import { stubLocks } from './fixtures/locks';

const copies = (name: string, used: boolean) => Array.from({ length: 3 }, (_, index) => ({ format: 'dc+sd-jwt' as const, sdJwt: 'x', keyId: `${name}-${index}`, used }));
const renewal = { server: '', token: '', clientId: '', attested: false, identifiers: {} };
const refills: string[] = [];

/** An issuer that gives fresh copies, and takes a moment for it. */
async function refill(card: StoredCredential): Promise<StoredCredential> {
  refills.push(card.copies[0]!.keyId);
  await new Promise(resolve => setTimeout(resolve, 20));
  return { ...card, copies: copies(`fresh-${refills.length}`, false) };
}

/** A tab of an unlocked wallet: modules of its own, over the same database. */
async function tab(dataKey: CryptoKey): Promise<() => Promise<void>> {
  vi.resetModules();
  await (await import('../src/wallet')).unlocked(dataKey);
  return (await import('../src/housework')).keepHouse;
}

describe('fresh copies', () => {
  freshBrowser();
  let dataKey: CryptoKey;

  beforeEach(async () => {
    stubLocks();
    vi.doMock('../src/protocolAccess', () => ({ loadProtocol: async () => ({ refill }), protocolContext: async () => ({}) }));
    vi.doMock('../src/loss/upkeep', () => ({ keepTownInformed: async () => undefined }));
    refills.length = 0;
    dataKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey']);
    await keepCards(dataKey, [permit({ copies: copies('old', true), renewal })]);
  });

  const kept = async () => (await openCard(dataKey, 'permit-1'))!.copies.map(({ keyId }) => keyId);

  test('are fetched once, however many tabs find that they are needed', async () => {
    const [first, second] = [await tab(dataKey), await tab(dataKey)];
    await Promise.all([first(), second()]);
    await second();
    expect(refills).toEqual(['old-0']);
    expect(await kept()).toEqual(['fresh-1-0', 'fresh-1-1', 'fresh-1-2']);
  });

  test('wait while some tab is showing one of the old', async () => {
    const keepHouse = await tab(dataKey);
    await whileShown(async () => {
      await keepHouse();
      expect(refills).toEqual([]);
    });
    await keepHouse();
    expect(await kept()).toEqual(['fresh-1-0', 'fresh-1-1', 'fresh-1-2']);
  });
});
