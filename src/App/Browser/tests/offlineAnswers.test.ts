import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { answer, dayOf, signAt, type Shift, type Verdict } from '../src/offlineAnswers';
import { OfflineSet } from '../src/offlineSet';

const vectors = JSON.parse(readFileSync(new URL('offlineSet.vectors.json', import.meta.url), 'utf8')) as { townKey: JsonWebKey; shift: string; now: number; set: string };
const sealVectors = JSON.parse(readFileSync(new URL('slipSeal.vectors.json', import.meta.url), 'utf8')) as { ags: string; key: JsonWebKey; seal: string; gone: string };
const hour = 3_600_000;
const zone = { name: 'Zone', restriction: 'Parkschein', hours: [[vectors.now - hour, vectors.now + hour]] as const };
const shift: Shift = {
  shift: vectors.shift, endsAt: vectors.now + 8 * hour, offlineSet: '/set', townKey: vectors.townKey, ags: sealVectors.ags, slipKeys: [sealVectors.key], permitType: '', signers: [], districts: ['GE', 'B'], language: 'de',
  zones: [{ ...zone, id: 'P' }, { ...zone, id: 'S', hours: [[vectors.now + hour, vectors.now + 2 * hour]] as const }, { ...zone, id: 'B', hours: null }],
  texts: {
    valid: 'Gültig', notValidHere: 'Gilt hier nicht', unknown: 'Nicht im Satz', unknownStep: 'Noch einmal prüfen', plate: 'Kennzeichen', permitZone: 'Ausweis für', here: 'Hier', zone: 'Zone',
    others: 'Für andere', holds: '{0}, jetzt bis {1}', free: 'frei bis {0}', freeAlways: 'frei', signUnknown: '{0}, Schild gilt', source: 'Auskunft', sourceValue: 'Satz von {0}',
    offlineTitle: 'Keine Verbindung', noSet: 'Kein Satz', code: 'Code braucht Netz', notPlateTitle: 'Kein Kennzeichen', notPlate: 'So: GE-AB 123',
    sealBrokenTitle: 'Siegel falsch', sealBroken: 'Verändert', sealOver: 'Gilt heute nicht', sealGood: 'Siegel echt', sealMissing: 'Gilt nicht mehr', sealUntil: 'Gültig bis', sealOnly: 'Widerruf nicht geprüft',
  },
};
let set: OfflineSet;
const ask = async (written: string, place = 'P', now = vectors.now) => (await answer(shift, set, written, place, now)) as Verdict & { nextStep?: string };
const value = ({ lines }: Verdict, label: string) => lines.find(line => line.label === label)?.value;

beforeAll(async () => {
  set = await OfflineSet.open(Uint8Array.from(Buffer.from(vectors.set, 'base64url')), vectors.townKey, vectors.shift, vectors.now);
});

describe('without a network', () => {
  test.each(['GE-AB 123', 'ge ab 123', 'GEAB123', ' ge-ab123 '])('%s is valid in its zone, and the answer says from when the set is', async written => {
    const found = await ask(written);
    expect(found).toMatchObject({ state: 'valid', title: 'Gültig', case: null });
    expect(value(found, 'Auskunft')).toBe('Satz von Do., 22:00');
  });

  test('a permit of another zone does not count here, and says where it does', async () => {
    const found = await ask('MÜ-Q 7E', 'P');
    expect(found).toMatchObject({ state: 'not-valid', title: 'Gilt hier nicht', case: 'MÜ-Q 7E' });
    expect(value(found, 'Ausweis für')).toBe('S – Zone');
  });

  test('what is not in the set is unknown, never a no', async () => {
    const found = await ask('GE-XX 1');
    expect(found).toMatchObject({ state: 'unknown', title: 'Nicht im Satz', case: 'GE-XX 1' });
    expect(found.lines.at(-1)?.value).toBe('Noch einmal prüfen');
  });

  test('no case is offered while the sign is free', async () => {
    const found = await ask('GE-XX 1', 'S');
    expect(found.case).toBeNull();
    expect(value(found, 'Für andere')).toContain('frei bis');
  });

  test('the day changes at midnight in the town, also at the turn of the year', async () => {
    expect(await ask('GE-AB 123', 'P', Date.UTC(2026, 11, 31, 22, 59))).toMatchObject({ state: 'valid' });
    expect(await ask('MÜ-Q 7E', 'S', Date.UTC(2026, 11, 31, 22, 59))).toMatchObject({ state: 'valid' });
    expect(await ask('MÜ-Q 7E', 'S', Date.UTC(2026, 11, 31, 23, 0))).toMatchObject({ state: 'unknown' });
    expect(dayOf(Date.UTC(2026, 11, 31, 23, 0))).toBe('2027-01-01');
    expect(dayOf(Date.UTC(2026, 9, 25, 0, 30))).toBe('2026-10-25');
  });

  test('an old set answers nothing from its end on', async () => {
    expect(await ask('GE-AB 123', 'P', vectors.now + 8 * hour)).toEqual({ title: 'Keine Verbindung', nextStep: 'Kein Satz' });
  });

  test('without a set nothing is answered', async () => {
    expect(await answer(shift, undefined, 'GE-AB 123', 'P', vectors.now)).toEqual({ title: 'Keine Verbindung', nextStep: 'Kein Satz' });
  });

  test('a code of the wallet needs the network', async () => expect(await ask('MSP1.1.2.3.x')).toEqual({ title: 'Keine Verbindung', nextStep: 'Code braucht Netz' }));

  test('a slip whose plate is in the set counts', async () => {
    expect(await ask(sealVectors.seal)).toMatchObject({ state: 'valid', title: 'Gültig' });
  });

  test('a genuine slip whose plate left the set counts no more', async () => {
    expect(await ask(sealVectors.gone)).toMatchObject({ state: 'not-valid', title: 'Gilt nicht mehr', case: 'GE-XX 1' });
  });

  test('without a set the seal alone answers, and says what was not checked', async () => {
    const found = (await answer(shift, undefined, sealVectors.seal, 'P', vectors.now)) as Verdict;
    expect(found).toMatchObject({ state: 'valid', title: 'Siegel echt', case: null });
    expect(found.lines.at(-1)?.value).toBe('Widerruf nicht geprüft');
    expect(await answer(shift, undefined, sealVectors.seal, 'S', vectors.now)).toMatchObject({ state: 'not-valid', title: 'Gilt hier nicht' });
    expect(await answer(shift, undefined, sealVectors.seal, 'P', Date.UTC(2028, 0, 1))).toMatchObject({ state: 'not-valid', title: 'Gilt heute nicht' });
  });

  test('an edited slip is refused', async () => {
    expect(await ask(`${sealVectors.seal.slice(0, -1)}${sealVectors.seal.endsWith('0') ? '1' : '0'}`)).toEqual({ title: 'Siegel falsch', nextStep: 'Verändert' });
  });

  test.each(['', 'GE 1234', '<script>', 'GE-AB 12345'])('%s is no plate', async written => expect(await ask(written)).toMatchObject({ title: 'Kein Kennzeichen' }));
});

test('a sign holds from its first moment to the one before its last, and nobody guesses hours', () => {
  const [now, sign] = [vectors.now, { ...zone, id: 'P', hours: [[vectors.now, vectors.now + hour]] as const }];
  expect(signAt(sign, now - 1)).toEqual({ state: 'free', changes: now });
  expect(signAt(sign, now)).toEqual({ state: 'holds', changes: now + hour });
  expect(signAt(sign, now + hour)).toEqual({ state: 'free' });
  expect(signAt({ ...sign, hours: null }, now)).toEqual({ state: 'unknown' });
});
