import { describe, expect, test } from 'vitest';
import { tryPin } from '../../src/lock/pin';
import { accessOf, newCode, showCode } from '../../src/loss/emergencyCode';
import { listed, stillOutstanding } from '../../src/loss/listedCards';
import { openList, sealList } from '../../src/loss/lossList';
import { registered, takeCode } from '../../src/loss/registering';
import { findLostCards } from '../../src/loss/restoring';
import { keepTownInformed } from '../../src/loss/upkeep';
import { discardCard, keepCards, openCards } from '../../src/storage/cards';
import { readAll } from '../../src/storage/database';
import { keepDeviceName, openOutstanding } from '../../src/storage/losses';
import { openPendingRegistration, openRegistration } from '../../src/storage/registration';
import { setting } from '../../src/storage/settings';
import { requireDataKey, walletState } from '../../src/wallet';
import { wait } from '../fixtures/browser';
import { citizenId, permit } from '../fixtures/cards';
import { anotherPhone, useTown } from './town';

const town = useTown();
const key = () => requireDataKey();
const titles = (cards: { configurationId: string }[]) => cards.map(({ configurationId }) => configurationId);

async function code(master?: CryptoKey): Promise<string> {
  const signs = newCode();
  await takeCode(key(), signs, master);
  await keepTownInformed(key());
  return signs;
}

/** The data key, opened once more by whoever knows the PIN. */
async function openedAnew(): Promise<CryptoKey> {
  const opened = await tryPin('271828', 'rewrap');
  if (!('dataKey' in opened)) throw new Error('the PIN is another');
  return opened.dataKey;
}

describe('the town', () => {
  test('hears of the wallet as soon as it can be reached, and not before the code is kept', async () => {
    town.current.reachable = false;
    const signs = await code();
    expect(await openPendingRegistration(key())).toBeDefined();
    expect(town.current.wallets).toEqual([]);
    town.current.reachable = true;
    await keepTownInformed(key());
    expect(await openPendingRegistration(key())).toBeUndefined();
    expect(town.current.wallets.map(({ emergency }) => emergency)).toEqual([(await accessOf(signs)).emergency]);
  });

  test('never hears the code, or the key that opens the list', async () => {
    await keepCards(key(), [permit(), citizenId()]);
    const signs = await code();
    const heard = town.current.heard.join('\n');
    expect(heard).toContain((await accessOf(signs)).emergency);
    for (const secret of [signs, showCode(signs), (await accessOf(signs)).listKey, 'Müller', 'GE-AB']) expect(heard).not.toContain(secret);
  });

  test('has a list that follows what the wallet holds', async () => {
    await keepCards(key(), [permit(), citizenId()]);
    await keepDeviceName(key(), 'Ayşes Handy');
    const { listKey } = await accessOf(await code());
    const lying = async () => openList(listKey, town.current.wallets[0]!.list!.bytes);
    expect(await lying()).toMatchObject({ device: 'Ayşes Handy', language: 'de' });
    expect(titles((await lying()).cards).sort()).toEqual(['citizen-id', 'resident-parking-permit']);
    await discardCard(key(), 'permit-1');
    await keepTownInformed(key());
    expect(titles((await lying()).cards)).toEqual(['citizen-id']);
    expect(town.current.wallets[0]!.list!.version).toBe(2);
    await keepTownInformed(key());
    expect(town.current.wallets[0]!.list!.version).toBe(2);
  });

  test('hears only of batches of its own issuers, by their notification ids', async () => {
    const other = { id: 'https://university.test', trusted: true, name: 'University', host: 'university.test', demo: false };
    await keepCards(key(), [permit({ notificationId: 'n-1' }), citizenId({ notificationId: 'n-2', issuer: other }), permit({ id: 'permit-2' })]);
    await code();
    expect(town.current.wallets[0]!.holdings).toEqual([{ notification: 'n-1', last_day: '2027-11-23' }]);
    expect(town.current.heard.join('\n')).not.toContain('university');
  });

  test('that has another version of the list gets both, and loses nothing of either', async () => {
    await keepCards(key(), [permit()]);
    const { listKey } = await accessOf(await code());
    const { list } = town.current.wallets[0]!;
    town.current.wallets[0]!.list = { bytes: await sealList(listKey, { device: 'copy', language: 'de', cards: [listed(citizenId()), listed(permit())] }), version: list!.version + 1 };
    await keepDeviceName(key(), 'new name');
    await keepTownInformed(key());
    const merged = await openList(listKey, town.current.wallets[0]!.list.bytes);
    expect(merged.device).toBe('new name');
    expect(titles(merged.cards).sort()).toEqual(['citizen-id', 'resident-parking-permit']);
  });

  test('that forgot the wallet is told nothing more until there is a new code', async () => {
    await code();
    town.current.wallets.length = 0;
    await keepCards(key(), [permit({ notificationId: 'n-1' })]);
    await keepTownInformed(key());
    expect(await openRegistration(key())).toBeUndefined();
    expect(await setting('emergency')).toBeUndefined();
  });
});

describe('a new emergency code', () => {
  test('takes the place of the old one, which leads nowhere any more', async () => {
    await keepCards(key(), [permit({ notificationId: 'n-1' })]);
    const old = await code();
    const second = await code(await openedAnew());
    const [first, now] = town.current.wallets;
    expect(town.current.wallets.map(({ emergency }) => emergency)).not.toContain((await accessOf(old)).emergency);
    expect(first!.holdings).toEqual([]);
    expect(now!.holdings).toHaveLength(1);
    expect(now!.emergency).toBe((await accessOf(second)).emergency);
    expect(await readAll('keys')).toHaveLength(1);
  });

  test('is not taken with the key that an unlocked wallet holds, whether or not the town has heard of the old one', async () => {
    town.current.reachable = false;
    const signs = await code();
    await expect(takeCode(key(), newCode())).rejects.toThrow('owner');
    town.current.reachable = true;
    await keepTownInformed(key());
    await expect(takeCode(key(), newCode(), key())).rejects.toThrow('owner');
    await keepTownInformed(key());
    expect(town.current.wallets.map(({ emergency }) => emergency)).toEqual([(await accessOf(signs)).emergency]);
    await takeCode(key(), newCode(), await openedAnew());
    expect(await openPendingRegistration(key())).toBeDefined();
  });

  test('follows a registration without one', async () => {
    const before = await registered(key());
    expect(before.listKey).toBeUndefined();
    await code();
    expect((await openRegistration(key()))?.listKey).toBeDefined();
    expect(town.current.wallets).toHaveLength(2);
  });
});

describe('a wallet that was locked from another browser', () => {
  test.each([['has something to tell the town', [citizenId({ notificationId: 'n-2' })]], ['has nothing to tell', []]])('and %s erases cards and keys at its next contact, and says why', async (_, more) => {
    await keepCards(key(), [permit()]);
    await code();
    await keepCards(key(), more);
    const dataKey = key();
    wait(61_000);
    await keepTownInformed(dataKey);
    expect(walletState().lock).toBe('unlocked');
    town.current.lock(town.current.wallets[0]!);
    wait(61_000);
    await keepTownInformed(dataKey);
    expect(walletState()).toMatchObject({ lock: 'new', faces: [] });
    expect([await readAll('cards'), await readAll('keys'), await readAll('lock')]).toEqual([[], [], []]);
    expect(await setting('erased')).toBe('locked-elsewhere');
  });
});

describe('after a loss', () => {
  test('the code finds on a new phone what there was, and what is not back yet', async () => {
    await keepCards(key(), [permit(), citizenId()]);
    const signs = await code();
    const dataKey = await anotherPhone();
    expect(await openCards(dataKey)).toEqual([]);
    const list = await findLostCards(dataKey, signs);
    expect(titles(list.cards).sort()).toEqual(['citizen-id', 'resident-parking-permit']);
    await keepCards(dataKey, [citizenId({ id: 'citizen-2' })]);
    expect(titles((await stillOutstanding(dataKey, await openCards(dataKey)))!)).toEqual(['resident-parking-permit']);
    await findLostCards(dataKey, signs);
    expect(titles((await openOutstanding(dataKey))!)).toEqual(['resident-parking-permit']);
  });

  test('attack 29: another code finds nothing, and changes nothing here', async () => {
    await keepCards(key(), [permit()]);
    await code();
    const dataKey = await anotherPhone();
    await expect(findLostCards(dataKey, newCode())).rejects.toMatchObject({ kind: 'refused-by-peer', code: 'list-unknown' });
    expect(await openOutstanding(dataKey)).toBeUndefined();
  });

  test('attack 29: a list that the town put in its place does not open', async () => {
    const signs = await code();
    const { listKey } = await accessOf(newCode());
    const forged = await sealList(listKey, { device: '', language: 'de', cards: [listed(permit({ issuer: { ...permit().issuer, id: 'https://evil.test' } }))] });
    town.current.wallets[0]!.list!.bytes = forged;
    const dataKey = await anotherPhone();
    await expect(findLostCards(dataKey, signs)).rejects.toMatchObject({ kind: 'malformed', code: 'list' });
    expect(await openOutstanding(dataKey)).toBeUndefined();
  });

  test('what was not yet got again stands in the list of the new wallet too', async () => {
    await keepCards(key(), [permit(), citizenId()]);
    const signs = await code();
    const dataKey = await anotherPhone();
    await findLostCards(dataKey, signs);
    await keepCards(dataKey, [citizenId()]);
    const { listKey } = await accessOf(await code());
    expect(titles((await openList(listKey, town.current.wallets[1]!.list!.bytes)).cards).sort()).toEqual(['citizen-id', 'resident-parking-permit']);
  });
});
