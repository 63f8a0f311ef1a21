import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { StoredCredential } from '../src/protocol/contract';
import { canBeShownOffline, showing } from '../src/showing';
import { keepCards, openCard } from '../src/storage/cards';
import { loadHistory } from '../src/storage/history';
import { holderKeys } from '../src/storage/holderKeys';
import { loadTexts, texts } from '../src/texts/texts';
import { lock, unlocked } from '../src/wallet';
import { freshBrowser } from './fixtures/browser';
import { permit } from './fixtures/cards';

const { sdJwt } = JSON.parse(readFileSync(new URL('../../App/Browser/tests/phonePresentation.vectors.json', import.meta.url), 'utf8')) as { sdJwt: string };
const claims = { ...permit().claims, municipality: { ags: '05513000', name: 'Gelsenkirchen' } };
const mdoc = { format: 'mso_mdoc' as const, issuerSigned: '', keyId: 'm', used: false };

/** An unlocked wallet with a permit of two copies. */
async function wallet() {
  const dataKey = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey']);
  await unlocked(dataKey);
  const keys = await holderKeys(() => dataKey).create(2);
  await keepCards(dataKey, [permit({ claims, copies: keys.map(({ keyId }) => ({ format: 'dc+sd-jwt', sdJwt, keyId, used: false })) })]);
  return dataKey;
}

const german = () => ({ texts: texts('de'), language: 'de' as const });

function stillness(wanted: boolean): void {
  vi.stubGlobal('matchMedia', () => ({ matches: wanted }));
}

describe('showing a permit without a network', () => {
  freshBrowser();
  beforeAll(() => loadTexts('de'));

  test('uses up one copy and notes who saw what, before anything is seen', async () => {
    const dataKey = await wallet();
    await showing(dataKey, 'permit-1', german());
    expect((await openCard(dataKey, 'permit-1'))!.copies.map(copy => copy.used)).toEqual([true, false]);
    expect(await loadHistory(dataKey)).toMatchObject([{ what: 'shown', cards: ['Bewohnerparkausweis'], peer: 'Kontrolle, ohne Netz', claims: ['Kennzeichen', 'Zone', 'Gültig ab', 'Gültig bis'], asked: [{ card: 'permit-1' }] }]);
    await showing(dataKey, 'permit-1', german());
    expect((await openCard(dataKey, 'permit-1'))!.copies.map(copy => copy.used)).toEqual([true, true]);
  });

  test('says something new every second, with the same copy', async () => {
    stillness(false);
    const shown = (await showing(await wallet(), 'permit-1', german()))!;
    const first = await shown.codes();
    vi.setSystemTime(Date.now() + 1000);
    const second = await shown.codes();
    expect(first).toHaveLength(3);
    expect(second).not.toEqual(first);
  });

  test('is one still code for whoever asked for stillness', async () => {
    stillness(true);
    expect(await (await showing(await wallet(), 'permit-1', german()))!.codes()).toHaveLength(1);
  });

  test('ends with the lock: nothing is signed any more', async () => {
    stillness(false);
    const shown = (await showing(await wallet(), 'permit-1', german()))!;
    expect(await shown.codes()).toHaveLength(3);
    await lock();
    await expect(shown.codes()).rejects.toThrow('locked');
  });

  test('in two tabs at once shows two copies', async () => {
    const dataKey = await wallet();
    await Promise.all([showing(dataKey, 'permit-1', german()), showing(dataKey, 'permit-1', german())]);
    const shown = (await loadHistory(dataKey)).flatMap(({ asked = [] }) => asked.map(({ copy }) => copy));
    expect(new Set(shown).size).toBe(2);
    expect((await openCard(dataKey, 'permit-1'))!.copies.map(copy => copy.used)).toEqual([true, true]);
  });

  test.each<[string, Partial<StoredCredential>]>([
    ['as mdoc', { copies: [mdoc] }],
    ['of no town', { claims: permit().claims }],
    ['without a zone', { claims: { ...claims, zone: undefined } }],
  ])('is not offered for a card %s', (_, change) => {
    const copies = [{ format: 'dc+sd-jwt' as const, sdJwt, keyId: 'k', used: false }];
    expect(canBeShownOffline(permit({ claims, copies }))).toBe(true);
    expect(canBeShownOffline(permit({ claims, copies, ...change }))).toBe(false);
  });
});
