import { describe, expect, test } from 'vitest';
import { accessOf, newCode } from '../../src/loss/emergencyCode';
import { missingFrom, type ListedCard } from '../../src/loss/listedCards';
import { openList, sealList, type LossList } from '../../src/loss/lossList';

const card = (configurationId: string): ListedCard => ({ issuer: 'https://town.test', configurationId, vct: `urn:${configurationId}`, title: { de: configurationId, en: configurationId } });
const list: LossList = { device: 'Handy von Ayşe', language: 'tr', cards: [card('citizen-id'), card('permit')] };

describe('the sealed list', () => {
  test('opens with the code it was sealed under, and with no other', async () => {
    const [mine, somebodys] = [await accessOf(newCode()), await accessOf(newCode())];
    const sealed = await sealList(mine.listKey, list);
    expect(await openList(mine.listKey, sealed)).toEqual(list);
    await expect(openList(somebodys.listKey, sealed)).rejects.toMatchObject({ kind: 'malformed', code: 'list' });
  });

  test('does not open when one bit was changed', async () => {
    const { listKey } = await accessOf(newCode());
    const sealed = await sealList(listKey, list);
    for (const place of [0, 12, sealed.length - 1]) {
      const changed = sealed.slice();
      changed[place]! ^= 1;
      await expect(openList(listKey, changed)).rejects.toMatchObject({ kind: 'malformed' });
    }
  });

  test('is as long with one card as with five, and another each time', async () => {
    const { listKey } = await accessOf(newCode());
    const one = await sealList(listKey, { ...list, cards: [card('permit')] });
    const five = await sealList(listKey, { ...list, cards: Array.from({ length: 5 }, () => card('permit')) });
    expect(five.length).toBe(one.length);
    expect(await sealList(listKey, list)).not.toEqual(await sealList(listKey, list));
  });

  test('misses one of two cards of a kind', () => {
    expect(missingFrom([card('permit')], [card('permit'), card('permit'), card('citizen-id')])).toEqual([card('permit'), card('citizen-id')]);
    expect(missingFrom([card('permit'), card('permit')], [card('permit')])).toEqual([]);
  });
});
