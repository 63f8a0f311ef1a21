import { describe, expect, test } from 'vitest';
import { setUpPin } from '../src/lock/pin';
import { discardCard, keepCards, needsCopies, openCard, openCards, replaceCopies, replacedBy, takeCopy } from '../src/storage/cards';
import { read, readAll, write } from '../src/storage/database';
import { changeFace, faceOf, loadFaces, statusOf } from '../src/storage/faces';
import { note } from '../src/storage/history';
import { holderKeys } from '../src/storage/holderKeys';
import { seal } from '../src/storage/seal';
import { freshBrowser, wait } from './fixtures/browser';
import { citizenId, permit } from './fixtures/cards';

describe('cards at rest', () => {
  freshBrowser();

  test('come back as they were', async () => {
    const key = await setUpPin('123456');
    await keepCards(key, [permit(), citizenId()]);
    expect(await openCard(key, 'permit-1')).toEqual(permit());
    expect(await openCards(key)).toHaveLength(2);
  });

  test('that the first version kept come back as SD-JWT VCs', async () => {
    const key = await setUpPin('123456');
    const { format: _, ...first } = permit();
    const old = { ...first, copies: [{ sdJwt: 'x', keyId: 'k', used: true }] };
    await write('cards', await seal(key, 'cards', old.id, old));
    const expected = permit({ copies: [{ format: 'dc+sd-jwt', sdJwt: 'x', keyId: 'k', used: true }] });
    expect(await openCard(key, old.id)).toEqual(expected);
    expect(await openCards(key)).toEqual([expected]);
  });

  test('hold no name or address that can be read without the data key', async () => {
    const key = await setUpPin('123456');
    await keepCards(key, [citizenId()]);
    await note(key, { what: 'shown', cards: ['Bürger-ID'], peer: 'Stadt Gelsenkirchen' });
    const bytes = [...(await readAll('cards')), ...(await readAll('history'))].map(s => new TextDecoder().decode(s.ciphertext));
    const lying = JSON.stringify(await readAll('faces')) + bytes.join();
    for (const secret of ['Ayşe', 'Müller', 'Georgstraße', 'r-1', '1984', 'shown']) expect(lying).not.toContain(secret);
  });

  test('do not open in the place of another card', async () => {
    const key = await setUpPin('123456');
    await keepCards(key, [permit(), citizenId()]);
    const sealed = await read('cards', 'citizen-1');
    if (!sealed) throw new Error('no card');
    await write('cards', { ...sealed, id: 'permit-1' });
    await expect(openCard(key, 'permit-1')).rejects.toThrow();
  });

  test('show plate, zone and validity on their face', () => {
    expect(faceOf(permit())).toMatchObject({ plate: 'GE-AB 123', zone: 'A', validUntil: '2027-11-23', demo: true });
  });

  test('come last used first', async () => {
    const key = await setUpPin('123456');
    await keepCards(key, [permit()]);
    wait(1000);
    await keepCards(key, [citizenId()]);
    expect((await loadFaces()).map(f => f.id)).toEqual(['citizen-1', 'permit-1']);
    wait(1000);
    await changeFace('permit-1', { lastUsed: Date.now() });
    expect((await loadFaces()).map(f => f.id)).toEqual(['permit-1', 'citizen-1']);
  });

  const copiesOf = (...keyIds: string[]) => keyIds.map(keyId => ({ format: 'dc+sd-jwt' as const, sdJwt: 'x', keyId, used: false }));

  test('give each copy out once, then the last again', async () => {
    const key = await setUpPin('123456');
    const card = permit({ copies: copiesOf('k1', 'k2') });
    await keepCards(key, [card]);
    const taken = [await takeCopy(key, card), await takeCopy(key, card), await takeCopy(key, card)];
    expect(taken.map(copy => [copy?.keyId, copy?.used])).toEqual([['k1', false], ['k2', false], ['k2', true]]);
    expect((await openCard(key, card.id))?.copies.map(copy => copy.used)).toEqual([true, true]);
  });

  test('give each tab another copy, however many take one in the same moment', async () => {
    const key = await setUpPin('123456');
    const card = permit({ copies: copiesOf('k1', 'k2', 'k3', 'k4') });
    await keepCards(key, [card]);
    const taken = await Promise.all(card.copies.map(() => takeCopy(key, card)));
    expect(taken.map(copy => copy?.used)).toEqual([false, false, false, false]);
    expect(taken.map(copy => copy?.keyId).sort()).toEqual(['k1', 'k2', 'k3', 'k4']);
    expect((await openCard(key, card.id))?.copies.every(copy => copy.used)).toBe(true);
  });

  test('give no copy out that says something else than the person saw, and none of a card that is gone', async () => {
    const key = await setUpPin('123456');
    const card = permit({ copies: copiesOf('k1') });
    await keepCards(key, [card]);
    expect(await takeCopy(key, { ...card, claims: { ...card.claims, plate: 'GE-ZZ 1' } })).toBeUndefined();
    expect((await openCard(key, card.id))?.copies).toEqual(card.copies);
    const shuffled = { ...card, claims: Object.fromEntries(Object.entries(card.claims).reverse()) };
    expect((await takeCopy(key, shuffled))?.keyId).toBe('k1');
    await discardCard(key, card.id);
    expect(await takeCopy(key, card)).toBeUndefined();
  });

  test('keep the fresh copies that arrive while an old one is shown', async () => {
    const key = await setUpPin('123456');
    const [old, fresh] = copiesOf('old', 'fresh');
    const card = permit({ copies: [old!] });
    await keepCards(key, [card]);
    await Promise.all([takeCopy(key, card), replaceCopies(key, card, permit({ copies: [fresh!] }))]);
    expect((await openCard(key, 'permit-1'))?.copies.map(({ keyId }) => keyId)).toEqual(['fresh']);
  });

  test('get fresh copies in one step, keep their place, and lose the old keys', async () => {
    const key = await setUpPin('123456');
    const vault = holderKeys(() => key);
    const [first, second] = (await vault.create(2)).map(({ keyId }) => ({ format: 'dc+sd-jwt' as const, sdJwt: keyId, keyId, used: false }));
    const old = permit({ copies: [first!] });
    await keepCards(key, [old]);
    wait(1000);
    await keepCards(key, [citizenId()]);
    await replaceCopies(key, old, permit({ id: 'fresh', copies: [second!], receivedAt: 5 }));
    expect(await openCard(key, old.id)).toEqual(permit({ copies: [second!] }));
    expect((await loadFaces()).map(face => face.id)).toEqual(['citizen-1', 'permit-1']);
    expect((await readAll('keys')).map(({ id }) => id)).toEqual([second!.keyId]);
  });

  test('that were deleted meanwhile do not come back with fresh copies', async () => {
    const key = await setUpPin('123456');
    const vault = holderKeys(() => key);
    const [fresh] = (await vault.create(1)).map(({ keyId }) => ({ format: 'dc+sd-jwt' as const, sdJwt: keyId, keyId, used: false }));
    await replaceCopies(key, permit(), permit({ id: 'fresh', copies: [fresh!] }));
    expect([await openCards(key), await loadFaces(), await readAll('keys')]).toEqual([[], [], []]);
  });

  test('want fresh copies when three of ten are left, and none without a way to them', () => {
    const copies = (unused: number, of: number) => Array.from({ length: of }, (_, i) => ({ format: 'dc+sd-jwt' as const, sdJwt: '', keyId: String(i), used: i >= unused }));
    const renewal = { server: '', token: '', clientId: '', attested: false, identifiers: {} };
    const wants = (unused: number, of: number) => needsCopies(permit({ copies: copies(unused, of), renewal }));
    expect([wants(4, 10), wants(3, 10), wants(0, 10), wants(1, 3), wants(2, 3), wants(1, 1), wants(0, 1)]).toEqual([false, true, true, true, false, false, true]);
    expect(needsCopies(permit({ copies: copies(0, 10) }))).toBe(false);
    expect(needsCopies(permit({ copies: copies(0, 10), renewal, validUntil: 1 }))).toBe(false);
  });

  test('take their keys with them when deleted', async () => {
    const key = await setUpPin('123456');
    const keys = await holderKeys(() => key).create(3);
    await keepCards(key, [permit({ copies: keys.map(k => ({ format: 'dc+sd-jwt' as const, sdJwt: 'x', keyId: k.keyId, used: false })) })]);
    await discardCard(key, 'permit-1');
    expect(await readAll('keys')).toEqual([]);
    expect(await loadFaces()).toEqual([]);
  });

  test('take the key of their tokens with them, unless another card came with the same or the issuer is still to be told', async () => {
    const key = await setUpPin('123456');
    const [dpop] = await holderKeys(() => key).create(1);
    const renewal = { server: '', token: '', clientId: '', attested: false, identifiers: {}, dpop: dpop! };
    await keepCards(key, [permit({ renewal }), citizenId({ renewal })]);
    await discardCard(key, 'permit-1');
    expect(await readAll('keys')).toHaveLength(1);
    await discardCard(key, 'citizen-1', 'left');
    expect(await readAll('keys')).toHaveLength(1);
    await keepCards(key, [permit({ renewal })]);
    await discardCard(key, 'permit-1');
    expect(await readAll('keys')).toEqual([]);
  });

  test('give way to a fresh copy of the same permit, but not to one for later or another vehicle', () => {
    const old = permit({ id: 'old' });
    expect(replacedBy(permit(), [old], '2026-11-24')).toEqual([old]);
    expect(replacedBy(permit({ claims: { ...old.claims, valid_from: '2027-11-24' } }), [old], '2026-11-24')).toEqual([]);
    expect(replacedBy(permit({ claims: { ...old.claims, plate: 'GE-XY 9' } }), [old], '2026-11-24')).toEqual([]);
    expect(replacedBy(citizenId(), [citizenId({ id: 'other', claims: { given_name: 'Ben' } })], '2026-11-24')).toEqual([]);
  });

  test('expire by the calendar without network, and stay revoked', () => {
    const face = faceOf(permit());
    expect(statusOf(face, '2027-11-23')).toBe('valid');
    expect(statusOf(face, '2027-11-24')).toBe('expired');
    expect(statusOf({ ...face, status: 'revoked' }, '2027-11-24')).toBe('revoked');
  });
});
