import { describe, expect, test, vi } from 'vitest';
import { changePin, pinTries, setUpPin, tryPin } from '../src/lock/pin';
import { read, readAll, write } from '../src/storage/database';
import { seal, unseal } from '../src/storage/seal';
import { keepSetting, setting } from '../src/storage/settings';
import { freshBrowser, wait } from './fixtures/browser';
import { earlyPinLock } from './fixtures/earlyLocks';
import { lockOf, open } from './fixtures/lock';

/** A wrong PIN after whatever wait there is. */
async function guess(times = 1): Promise<void> {
  for (let i = 0; i < times; i++) {
    wait(Math.max(0, (await pinTries()).waitUntil - Date.now()));
    await tryPin('000000');
  }
}

describe('the PIN', () => {
  freshBrowser();

  test('opens the same data key that was made at set-up', async () => {
    const sealed = await seal(await setUpPin('123456'), 'cards', 'a', { plate: 'GE-AB 123' });
    expect(await unseal(await open('123456'), 'cards', sealed)).toEqual({ plate: 'GE-AB 123' });
  });

  test('gives out a data key that cannot be exported', async () => {
    const atSetUp = await setUpPin('123456');
    for (const dataKey of [atSetUp, await open('123456')]) {
      expect(dataKey.extractable).toBe(false);
      await expect(crypto.subtle.exportKey('raw', dataKey)).rejects.toThrow();
    }
  });

  test('is stretched with Argon2id over at least 19 MiB and two passes, and bound to a device key that cannot be exported', async () => {
    await setUpPin('123456');
    const lock = await lockOf();
    expect(lock.deviceKey.extractable).toBe(false);
    expect(lock.pin?.stretch).toMatchObject({ name: 'argon2id' });
    if (lock.pin?.stretch.name !== 'argon2id') return;
    expect(lock.pin.stretch.memory).toBeGreaterThanOrEqual(19 * 1024);
    expect(lock.pin.stretch.passes).toBeGreaterThanOrEqual(2);
  });

  test('does not open on another device, where the device key is another', async () => {
    await setUpPin('123456');
    const stolen = await lockOf();
    await setUpPin('123456');
    await write('lock', { ...stolen, deviceKey: (await lockOf()).deviceKey });
    expect(await tryPin('123456')).toMatchObject({ wrong: true });
  });

  test('that an early wallet stretched with PBKDF2 opens it, and is stretched with Argon2id from then on', async () => {
    const { lock, dataKey } = await earlyPinLock('123456');
    await write('lock', lock);
    const sealed = await seal(dataKey, 'cards', 'a', { plate: 'GE-AB 123' });

    expect(await unseal(await open('123456'), 'cards', sealed)).toEqual({ plate: 'GE-AB 123' });
    const now = await lockOf();
    expect(now.pin).toMatchObject({ stretch: { name: 'argon2id' }, failed: 0 });
    expect(now).not.toHaveProperty('method');
    expect(now).not.toHaveProperty('wrapped');
    expect(await unseal(await open('123456'), 'cards', sealed)).toEqual({ plate: 'GE-AB 123' });
  });

  test('of an early wallet stays as it is when it was wrong, but for the count', async () => {
    const { lock } = await earlyPinLock('123456');
    await write('lock', lock);
    expect(await tryPin('000000')).toMatchObject({ wrong: true });
    expect((await lockOf()).pin).toMatchObject({ stretch: { name: 'pbkdf2' }, failed: 1 });
  });

  test('gives way to another one, with the same data behind it', async () => {
    const sealed = await seal(await setUpPin('123456'), 'cards', 'a', 'x');
    await changePin(await open('123456', 'rewrap'), '654321');
    expect(await tryPin('123456')).toMatchObject({ wrong: true });
    wait(1000);
    expect(await unseal(await open('654321'), 'cards', sealed)).toBe('x');
  });

  test('is not changed with the key that an unlocked wallet holds', async () => {
    const before = await setUpPin('123456');
    const lock = await lockOf();
    await expect(changePin(before, '654321')).rejects.toThrow();
    expect(await lockOf()).toEqual(lock);
    await changePin(await open('123456', 'rewrap'), '654321');
    expect(await open('654321')).toBeDefined();
  });
});

describe('a wrong PIN', () => {
  freshBrowser();

  test('doubles the wait after each wrong attempt and remembers it', async () => {
    await setUpPin('123456');
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      await guess();
      waits.push((await pinTries()).waitUntil - Date.now());
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
  });

  test('is not even tried during the wait', async () => {
    await setUpPin('123456');
    await tryPin('000000');
    expect(await tryPin('123456')).toMatchObject({ wrong: false });
    wait(1000);
    expect(await tryPin('123456')).toHaveProperty('dataKey');
  });

  test('starts from the first wait again after a success', async () => {
    await setUpPin('123456');
    await guess(3);
    wait(8000);
    await open('123456');
    await guess();
    expect((await pinTries()).waitUntil - Date.now()).toBe(1000);
  });

  test('counts before it is tried, so that a page closed in the middle wins nothing', async () => {
    await setUpPin('123456');
    const trying = tryPin('000000');
    await vi.waitFor(async () => expect((await lockOf()).pin?.failed).toBe(1));
    await trying;
    expect((await lockOf()).pin?.failed).toBe(1);
  });

  test('in two tabs at once is tried once', async () => {
    await setUpPin('123456');
    const results = await Promise.all([tryPin('000000'), tryPin('123456')]);
    expect(results).toMatchObject([{ wrong: true }, { wrong: false }]);
    expect((await lockOf()).pin?.failed).toBe(1);
  });

  test('leads to a warning from the tenth on, which says how many are left', async () => {
    await setUpPin('123456');
    await guess(9);
    expect(await pinTries()).not.toHaveProperty('leftUntilErased');
    await guess();
    expect(await pinTries()).toMatchObject({ leftUntilErased: 5 });
    await guess(4);
    expect(await pinTries()).toMatchObject({ leftUntilErased: 1 });
  });

  test('erases everything when it is the fifteenth, and says so afterwards', async () => {
    const key = await setUpPin('123456');
    await write('cards', await seal(key, 'cards', 'a', 'x'));
    await keepSetting('language', 'en');
    await guess(14);
    expect(await readAll('cards')).toHaveLength(1);
    wait(60 * 60_000);

    expect(await tryPin('000000')).toEqual({ erased: true });
    for (const store of ['cards', 'faces', 'keys', 'lock', 'session', 'history'] as const) expect(await readAll(store)).toEqual([]);
    expect(await readAll('settings')).toEqual([{ id: 'erased', value: 'wrong-pins' }]);
    expect(await setting('erased')).toBe('wrong-pins');
  });

  test('before the fifteenth costs nothing more than the wait: the right one still opens', async () => {
    await setUpPin('123456');
    await guess(14);
    wait(60 * 60_000);
    expect(await open('123456')).toBeDefined();
    expect(await pinTries()).toEqual({ waitUntil: 0 });
  });

  test('that was the fifteenth has erased everything even if the page was closed in the middle', async () => {
    await setUpPin('123456');
    await guess(14);
    const lock = await lockOf();
    if (!lock.pin) throw new Error('no PIN');
    await write('lock', { ...lock, pin: { ...lock.pin, failed: 15 } });
    expect(await tryPin('123456')).toEqual({ erased: true });
    expect(await read('lock', 'lock')).toBeUndefined();
  });
});
