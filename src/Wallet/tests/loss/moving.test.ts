import { describe, expect, test } from 'vitest';
import { listed } from '../../src/loss/listedCards';
import type { LossList } from '../../src/loss/lossList';
import { Arrival, depart, readInvitation } from '../../src/loss/moving';
import { toBase64Url } from '../../src/protocol/bytes';
import { openOutstanding } from '../../src/storage/losses';
import { requireDataKey } from '../../src/wallet';
import { citizenId, permit } from '../fixtures/cards';
import { useTown } from './town';

const town = useTown();
const key = () => requireDataKey();
const list: LossList = { device: 'Altes Handy', language: 'uk', cards: [listed(permit()), listed(citizenId())] };

describe('moving from phone to phone', () => {
  test('shows the same six digits on both, and hands the list over after a yes', async () => {
    const arrival = await Arrival.begin();
    expect(await arrival.number()).toBeUndefined();
    const going = await depart(readInvitation(new URLSearchParams({ ...arrival.invitation }).toString())!);
    expect(going.number).toMatch(/^\d{6}$/);
    expect(await arrival.number()).toBe(going.number);
    expect(await arrival.list(key())).toBeUndefined();
    await going.send(list);
    expect(await arrival.list(key())).toEqual(list);
    expect(await openOutstanding(key())).toEqual(list.cards);
  });

  test('tells the town that passes it on nothing', async () => {
    const arrival = await Arrival.begin();
    const going = await depart(arrival.invitation);
    await arrival.number();
    await going.send(list);
    const heard = town.current.heard.join('\n');
    for (const secret of ['Altes Handy', 'resident-parking-permit', going.number]) expect(heard).not.toContain(secret);
  });

  test('attack 29: whoever stands in between makes the numbers differ', async () => {
    const arrival = await Arrival.begin();
    const between = await Arrival.begin();
    // Shows the old phone a code of its own, and answers the new one itself.
    const going = await depart(between.invitation);
    await depart(arrival.invitation);
    expect(await between.number()).toBe(going.number);
    expect(await arrival.number()).not.toBe(going.number);
    expect(await arrival.list(key())).toBeUndefined();
    expect(await openOutstanding(key())).toBeUndefined();
  });

  test('attack 29: an answer that somebody else was quicker with is noticed by the old phone', async () => {
    const arrival = await Arrival.begin();
    await depart(arrival.invitation);
    await expect(depart(arrival.invitation)).rejects.toMatchObject({ kind: 'refused-by-peer', code: 'mailbox-unknown' });
  });

  test('attack 29: a message of an earlier move does not open', async () => {
    const [first, second] = [await Arrival.begin(), await Arrival.begin()];
    const [one, two] = [await depart(first.invitation), await depart(second.invitation)];
    await Promise.all([first.number(), second.number()]);
    await one.send(list);
    const replayed = town.current.mailboxes.get(first.invitation.parcel)!.sealed!;
    town.current.mailboxes.get(second.invitation.parcel)!.sealed = replayed;
    await expect(second.list(key())).rejects.toMatchObject({ kind: 'malformed' });
    expect(await openOutstanding(key())).toBeUndefined();
    expect(two.number).not.toBe(one.number);
    expect(await first.list(key())).toEqual(list);
  });

  test('refuses what is no key', async () => {
    const arrival = await Arrival.begin();
    await expect(depart({ ...arrival.invitation, key: toBase64Url(new Uint8Array(65).fill(4)) })).rejects.toMatchObject({ kind: 'malformed', code: 'key' });
    expect(await arrival.number()).toBeUndefined();
  });

  test.each(['', 'hello=a&parcel=b&key=c'])('takes %j for no code of a new phone', search => expect(readInvitation(search)).toBeUndefined());
});
