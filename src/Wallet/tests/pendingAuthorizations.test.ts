import { describe, expect, test } from 'vitest';
import { setUpPin } from '../src/lock/pin';
import { readAll } from '../src/storage/database';
import { holderKeys } from '../src/storage/holderKeys';
import { keepPending, takePending } from '../src/storage/pendingAuthorizations';
import { freshBrowser, wait } from './fixtures/browser';

const pending = (change: object = {}) => ({
  id: 'state-1', issuer: 'https://town.test', server: 'https://town.test', configurationIds: ['permit'], clientId: 'wallet', redirectUri: 'https://wallet.test/receive/return',
  codeVerifier: 'a-verifier-nobody-may-read', attested: true, until: Date.now() / 1000 + 1800, ...change,
});

describe('a request on its way through the browser', () => {
  freshBrowser();

  test('survives the page load, and answers once', async () => {
    const key = await setUpPin('271828');
    await keepPending(key, pending());
    expect(await takePending(key, 'state-1')).toEqual(pending());
    expect(await takePending(key, 'state-1')).toBeUndefined();
  });

  test('is found by its own state only (attack 6)', async () => {
    const key = await setUpPin('271828');
    await keepPending(key, pending());
    expect(await takePending(key, 'state-2')).toBeUndefined();
    expect(await takePending(key, 'state-1')).toBeDefined();
  });

  test('lies sealed: its verifier cannot be read', async () => {
    const key = await setUpPin('271828');
    await keepPending(key, pending());
    const records = (await readAll('settings')).map(({ value }) => new TextDecoder().decode((value as { ciphertext: ArrayBuffer }).ciphertext));
    expect(records.join()).not.toContain('a-verifier');
  });

  test('that nobody came back from goes with its key', async () => {
    const key = await setUpPin('271828');
    const [dpop] = await holderKeys(() => key).create(1);
    await keepPending(key, pending({ dpop }));
    wait(2_000_000);
    await keepPending(key, pending({ id: 'state-2' }));
    expect(await takePending(key, 'state-1')).toBeUndefined();
    expect(await readAll('keys')).toEqual([]);
  });
});
