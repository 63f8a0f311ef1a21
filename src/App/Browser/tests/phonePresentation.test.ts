import { beforeAll, describe, expect, test } from 'vitest';
import { base45, toBase45 } from '../src/base45';
import { PhoneCodes, phonePrefix } from '../src/phoneCodes';
import { readPresentation } from '../src/phonePresentation';
import { asCode, PhoneMaker, signing, vectors, type Bend } from './phoneMaker';

const { now } = vectors;
const second = 1000;
let phone: PhoneMaker;
let stranger: CryptoKeyPair;

beforeAll(async () => {
  phone = await PhoneMaker.create();
  stranger = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
});

const read = async (bend: Bend = {}, at = now) => readPresentation(await phone.show(bend), phone.signing, at);

const untouched = { plates: ['GE-AB 123'], zone: 'P', from: '2026-11-24', until: '2027-11-23' };

async function wholeOfVectors(): Promise<string> {
  const codes = new PhoneCodes();
  let whole: string | undefined;
  for (const code of vectors.codes) whole = (await codes.add(code))?.whole;
  return whole!;
}

describe('what a phone shows without a network', () => {
  test('is read as the wallet packed it', async () => {
    expect(await readPresentation(await wholeOfVectors(), signing, now)).toEqual(vectors.shown);
  });

  test('says plate, zone and days, and nothing else', async () => expect(await read()).toMatchObject(untouched));

  // Attack 28: a screenshot, a film, a lent phone, an edited plate, a permit that was never issued.
  test('is believed for a minute: attack 28, a picture or film of it is not', async () => {
    expect(await read({}, now + 60 * second)).toMatchObject(untouched);
    expect(await read({}, now + 61 * second)).toBe('old');
  });

  test('may come from a clock that is half a minute ahead, and no more', async () => {
    expect(await read({}, now - 30 * second)).toMatchObject(untouched);
    expect(await read({}, now - 31 * second)).toBe('early');
  });

  test('is not made younger by writing another time on it: attack 28', async () => expect(await read({ at: now - 120 * second, writtenAt: now })).toBe('broken'));

  test('with another plate than the town signed is refused: attack 28', async () => {
    expect(await read({ claims: { plate: 'GE-AB 123' } })).toMatchObject(untouched);
    expect(await read({ claims: {}, unsigned: [JSON.stringify(['salt', 'plate', 'GE-XX 1'])] })).toBe('broken');
    const plain = 'GE-AB 123';
    expect(await read({ written: JSON.stringify({ vct: vectors.permitType, plate: plain }) })).toBe('broken');
  });

  test('signed by another phone than the copy was issued to is refused: attack 28', async () => expect(await read({ signedBy: stranger })).toBe('broken'));

  test('signed by nobody the town knows is strange', async () => {
    expect(await readPresentation(await phone.show(), phone.signing, now)).toMatchObject(untouched);
    expect(await readPresentation(await phone.show(), signing, now)).toBe('strange');
  });

  test('under the name of a key of the town, but signed by another issuer, is refused', async () => {
    const forged = { ...phone.signing, signers: [{ ...phone.signer, key: vectors.foreign }] };
    expect(await readPresentation(await phone.show(), forged, now)).toBe('broken');
  });

  test('under a certificate of the town that is over is refused', async () => {
    const text = await phone.show();
    const until = (end: number) => ({ ...phone.signing, signers: [{ ...phone.signer, until: end }] });
    expect(await readPresentation(text, until(now + 1), now)).toMatchObject(untouched);
    expect(await readPresentation(text, until(now), now)).toBe('broken');
  });

  test('meant for the wardens of another town is refused', async () => {
    const text = await phone.show();
    expect(await readPresentation(text, { ...phone.signing, ags: '05334002' }, now)).toBe('broken');
  });

  test.each<[string, Bend]>([
    ['for another purpose', { binding: { aud: 'urn:modellstadt:verifier' } }],
    ['with another nonce', { binding: { nonce: 'n-1' } }],
    ['of another presentation', { binding: { sd_hash: 'x' } }],
  ])('with a key binding %s is refused', async (_, bend) => expect(await read(bend)).toBe('broken'));

  test('that is another credential of the town is no permit', async () => expect(await read({ payload: { vct: 'urn:modellstadt:citizen-id:1' } })).toBe('broken'));

  test('from a copy whose time is over is refused', async () => {
    expect(await read({ payload: { exp: now / 1000 + 1 } })).toMatchObject(untouched);
    expect(await read({ payload: { exp: now / 1000 } })).toBe('over');
    expect(await read({ payload: { exp: 'never' } })).toBe('broken');
  });

  test.each<[string, Bend]>([
    ['without a key', { payload: { cnf: {} } }],
    ['with digests by another algorithm', { payload: { _sd_alg: 'sha-1' } }],
    ['with a disclosure of a reserved name', { claims: { vct: vectors.permitType } }],
    ['with a disclosure of a name that stands in the open', { payload: { plate: 'GE-XX 1' } }],
    ['with a disclosure twice', { repeated: [JSON.stringify(['salt-0', 'plate', 'GE-AB 123'])] }],
    ['with a day that is none', { claims: { valid_until: 'always' } }],
    ['with a plate that is no text', { claims: { plate: ['GE-AB 123'] } }],
    ['with more disclosures than a permit has', { claims: Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`more${at}`, 1])) }],
    ['that grows large', { padding: ' '.repeat(9000) }],
  ])('%s is refused', async (_, bend) => expect(await read(bend)).toBe('broken'));

  test('is refused with each changed byte', async () => {
    const text = await wholeOfVectors();
    const bytes = base45(text.slice(phonePrefix.length));
    for (let at = 5; at < bytes.length; at++) {
      const changed = Buffer.from(bytes.slice(5));
      changed[at - 5]! ^= 1;
      expect(typeof (await readPresentation(asCode(changed), signing, now)), `byte ${at}`).toBe('string');
    }
  });

  test.each(['', phonePrefix, phonePrefix + toBase45(Uint8Array.of(1, 2, 3)), asCode(Buffer.alloc(50)), 'GE-AB 123'])('%s is none', async text => {
    expect(await readPresentation(text, signing, now)).toBe('broken');
  });
});
