import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Shift, Verdict } from '../src/offlineAnswers';
import { OfflineSet } from '../src/offlineSet';
import { answerPhone } from '../src/phoneAnswers';
import { PhoneMaker, vectors, type Bend } from './phoneMaker';

const sets = JSON.parse(readFileSync(new URL('offlineSet.vectors.json', import.meta.url), 'utf8')) as { townKey: JsonWebKey; shift: string; now: number; set: string };
const { now } = vectors;
const hour = 3_600_000;
const day = 24 * hour;
let phone: PhoneMaker;
let set: OfflineSet;
let shift: Shift;

beforeAll(async () => {
  [phone, set] = await Promise.all([PhoneMaker.create(), OfflineSet.open(Uint8Array.from(Buffer.from(sets.set, 'base64url')), sets.townKey, sets.shift, sets.now)]);
  const zone = { name: 'Zone', restriction: 'Parkschein', hours: [[now - hour, now + hour]] as const };
  shift = {
    shift: sets.shift, endsAt: now + 8 * hour, offlineSet: '/set', townKey: sets.townKey, slipKeys: [], districts: ['GE', 'B'], language: 'de', zones: [{ ...zone, id: 'P' }, { ...zone, id: 'S' }, { ...zone, id: 'X' }], ...phone.signing,
    texts: {
      valid: 'Gültig', notValidHere: 'Gilt hier nicht', unknownStep: 'Noch einmal prüfen', plate: 'Kennzeichen', permitZone: 'Ausweis für', here: 'Hier', zone: 'Zone', others: 'Für andere', holds: '{0} bis {1}', source: 'Auskunft',
      phoneSource: 'vom Handy, Satz von {0}', phoneNoSet: 'vom Handy, ohne Satz', phoneGood: 'Echt', phoneOver: 'Gilt heute nicht', phoneMissing: 'Gilt nicht mehr', phoneYounger: 'Jünger als der Satz', sealOnly: 'Widerruf nicht geprüft',
      oldPhoneTitle: 'Zu alt', oldPhone: 'Neu zeigen lassen', strangePhoneTitle: 'Nicht von hier', strangePhone: 'Kennzeichen prüfen',
    },
  };
});

const show = async (bend: Bend = {}, place = 'P', known: OfflineSet | undefined = set, at = now) => (await answerPhone(shift, known, await phone.show(bend), place, at)) as Verdict;
const line = ({ lines }: Verdict, label: string) => lines.find(each => each.label === label)?.value;

describe('a phone shown to a warden, both without a network', () => {
  test('counts where the set knows the plate, and the answer says from when the set is', async () => {
    const found = await show();
    expect(found).toMatchObject({ state: 'valid', title: 'Gültig', case: null });
    expect(line(found, 'Kennzeichen')).toBe('GE-AB 123');
    expect(line(found, 'Auskunft')).toBe('vom Handy, Satz von Do., 22:00');
  });

  test('does not count in another zone, and says where it does', async () => {
    expect(await show({}, 'S')).toMatchObject({ state: 'not-valid', title: 'Gilt hier nicht', case: 'GE-AB 123' });
    expect(line(await show({}, 'S'), 'Ausweis für')).toBe('P – Zone');
  });

  test('whose permit was suspended or revoked since counts no more: the set does not know the plate', async () => {
    expect(await show({ claims: { plate: 'GE-AB 123' } })).toMatchObject({ state: 'valid' });
    expect(await show({ claims: { plate: 'GE-XX 1' } })).toMatchObject({ state: 'not-valid', title: 'Gilt nicht mehr', case: 'GE-XX 1' });
  });

  test('with a copy from the day of the set is unknown, not refused: the permit may be younger than the set', async () => {
    const found = await show({ claims: { plate: 'GE-XX 1' }, payload: { iat: (now - (now % day)) / 1000 } });
    expect(found).toMatchObject({ state: 'unknown', title: 'Jünger als der Satz' });
    expect(found.lines.at(-1)?.value).toBe('Noch einmal prüfen');
  });

  test('counts only on its days', async () => {
    expect(await show({ claims: { valid_until: '2026-12-31' } })).toMatchObject({ state: 'valid' });
    expect(await show({ claims: { valid_until: '2026-12-30' } })).toMatchObject({ state: 'not-valid', title: 'Gilt heute nicht' });
    expect(await show({ claims: { valid_from: '2027-01-01' } })).toMatchObject({ state: 'not-valid', title: 'Gilt heute nicht' });
  });

  test('is genuine without a set, and the answer says that nobody looked whether it was revoked', async () => {
    const found = (await answerPhone(shift, undefined, await phone.show(), 'P', now)) as Verdict;
    expect(found).toMatchObject({ state: 'valid', title: 'Echt' });
    expect(line(found, 'Auskunft')).toBe('vom Handy, ohne Satz');
    expect(found.lines.at(-1)?.value).toBe('Widerruf nicht geprüft');
    expect(await answerPhone(shift, undefined, await phone.show(), 'S', now)).toMatchObject({ state: 'not-valid', title: 'Gilt hier nicht' });
  });

  test('in a zone that the set does not have is judged by the phone alone', async () => {
    expect(await show({ claims: { plate: 'GE-XX 1', zone: 'X' } }, 'X')).toMatchObject({ state: 'valid', title: 'Echt' });
  });

  test('as a film of an hour ago is refused, and the warden is told what to do', async () => {
    expect(await answerPhone(shift, set, await phone.show({ at: now - hour }), 'P', now)).toEqual({ title: 'Zu alt', nextStep: 'Neu zeigen lassen' });
  });

  test('with a permit of another town is refused', async () => {
    const other = await PhoneMaker.create();
    expect(await answerPhone(shift, set, await other.show(), 'P', now)).toMatchObject({ title: 'Nicht von hier' });
  });
});
