import { describe, expect, test } from 'vitest';
import { setUpPin } from '../src/lock/pin';
import { keepCards, takeCopy } from '../src/storage/cards';
import { readAll } from '../src/storage/database';
import { changeFace, facesReadable, loadFaces, makeFacesReadable } from '../src/storage/faces';
import { freshBrowser, wait } from './fixtures/browser';
import { citizenId, permit } from './fixtures/cards';

/** A wallet with two cards whose holder wants nothing to be read while it is locked. */
async function hiddenWallet(): Promise<CryptoKey> {
  const key = await setUpPin('123456');
  await keepCards(key, [permit(), citizenId()]);
  await makeFacesReadable(key, false);
  return key;
}

const asText = async () => JSON.stringify((await readAll('faces')).map(kept => Object.values(kept)));

describe('the faces of cards', () => {
  freshBrowser();

  test('may be read while the wallet is locked until the holder says otherwise', async () => {
    const key = await setUpPin('123456');
    await keepCards(key, [permit()]);
    expect(await facesReadable()).toBe(true);
    expect((await loadFaces())[0]).toMatchObject({ plate: 'GE-AB 123' });
  });

  test('are sealed when the holder does not want them to be read, and come back with the data key', async () => {
    const key = await hiddenWallet();
    expect(await loadFaces()).toEqual([]);
    expect(await asText()).not.toMatch(/GE-AB|Altstadt|Gelsenkirchen|parking/);
    expect((await loadFaces(key)).map(face => face.id).sort()).toEqual(['citizen-1', 'permit-1']);
  });

  test('of cards that arrive later are sealed too', async () => {
    const key = await hiddenWallet();
    await keepCards(key, [permit({ id: 'later' })]);
    expect(await asText()).not.toContain('GE-AB');
    expect(await loadFaces(key)).toHaveLength(3);
  });

  test('are open again when the holder wants it', async () => {
    const key = await hiddenWallet();
    await makeFacesReadable(key, true);
    expect(await loadFaces()).toHaveLength(2);
  });

  test('change while they are sealed, and stay sealed', async () => {
    const key = await hiddenWallet();
    await changeFace('permit-1', { status: 'revoked' }, key);
    wait(1000);
    await takeCopy(key, permit());
    expect(await asText()).not.toContain('GE-AB');
    expect((await loadFaces(key))[0]).toMatchObject({ id: 'permit-1', status: 'revoked', lastUsed: Date.now() });
  });

  test('do not change without the data key while they are sealed', async () => {
    const key = await hiddenWallet();
    await changeFace('permit-1', { status: 'revoked' });
    expect((await loadFaces(key)).find(face => face.id === 'permit-1')?.status).toBe('valid');
  });

  test('lose none of two changes made at once', async () => {
    const key = await hiddenWallet();
    await Promise.all([changeFace('permit-1', { status: 'suspended' }, key), changeFace('permit-1', { checkedAt: 7 }, key)]);
    expect((await loadFaces(key)).find(face => face.id === 'permit-1')).toMatchObject({ status: 'suspended', checkedAt: 7 });
  });
});
