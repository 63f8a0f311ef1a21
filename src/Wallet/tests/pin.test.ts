import { describe, expect, test } from 'vitest';
import { setUpPin, tryPin } from '../src/lock/pin';
import { read, write } from '../src/storage/database';
import { seal, unseal } from '../src/storage/seal';
import { freshBrowser, wait } from './fixtures/browser';

describe('the PIN', () => {
  freshBrowser();

  test('opens the same data key that was made at set-up', async () => {
    const sealed = await seal(await setUpPin('123456'), 'cards', 'a', { plate: 'GE-AB 123' });
    const result = await tryPin('123456');
    if (!('dataKey' in result)) throw new Error('the PIN did not open');
    expect(await unseal(result.dataKey, 'cards', sealed)).toEqual({ plate: 'GE-AB 123' });
  });

  test('gives out a data key that cannot be exported', async () => {
    const dataKey = await setUpPin('123456');
    expect(dataKey.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', dataKey)).rejects.toThrow();
  });

  test('is derived with at least 600,000 rounds and bound to a device key that cannot be exported', async () => {
    await setUpPin('123456');
    const lock = await read('lock', 'lock');
    expect(lock?.deviceKey.extractable).toBe(false);
    expect(lock?.method.kind === 'pin' && lock.method.iterations).toBeGreaterThanOrEqual(600_000);
  });

  test('does not open on another device, where the device key is another', async () => {
    await setUpPin('123456');
    const stolen = await read('lock', 'lock');
    await setUpPin('123456');
    const other = await read('lock', 'lock');
    if (!stolen || !other) throw new Error('no lock');
    await write('lock', { ...stolen, deviceKey: other.deviceKey });
    expect(await tryPin('123456')).toMatchObject({ wrong: true });
  });

  test('doubles the wait after each wrong attempt and remembers it', async () => {
    await setUpPin('123456');
    const waits: number[] = [];
    for (let attempt = 0; attempt < 4; attempt++) {
      const result = await tryPin('000000');
      if ('dataKey' in result) throw new Error('a wrong PIN opened');
      waits.push(result.waitUntil - Date.now());
      wait(waits.at(-1) ?? 0);
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
    await tryPin('000000');
    wait(1000);
    await tryPin('123456');
    const result = await tryPin('000000');
    expect('waitUntil' in result && result.waitUntil - Date.now()).toBe(1000);
  });
});
