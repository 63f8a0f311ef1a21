import { describe, expect, test } from 'vitest';
import { base45, toBase45 } from '../src/base45';
import { PhoneCodes, phonePrefix, wholeOf } from '../src/phoneCodes';
import { asCode, vectors } from './phoneMaker';

const [first = '', second = '', third = '', fourth = ''] = vectors.codes;

/** The same code with one bit of its content changed. */
function edited(code: string): string {
  const bytes = base45(code.slice(phonePrefix.length));
  bytes[40]! ^= 1;
  return phonePrefix + toBase45(bytes);
}

describe('the codes of a phone', () => {
  test('are counted until they are whole, in whatever order they are seen', async () => {
    const codes = new PhoneCodes();
    expect(await codes.add(third)).toEqual({ have: 1, of: 4 });
    expect(await codes.add(first)).toEqual({ have: 2, of: 4 });
    expect(await codes.add(first)).toEqual({ have: 2, of: 4 });
    expect(await codes.add(fourth)).toEqual({ have: 3, of: 4 });
    const done = await codes.add(second);
    expect(done).toMatchObject({ have: 4, of: 4 });
    expect((await wholeOf(done!.whole!))!.length).toBeGreaterThan(700);
  });

  test('are whole in one where a phone shows them still', async () => {
    const still = asCode(Buffer.from('whole'));
    expect(await new PhoneCodes().add(still)).toEqual({ have: 1, of: 1, whole: still });
  });

  test('with one edited among them are never put together, and the untouched one makes them whole', async () => {
    const codes = new PhoneCodes();
    for (const code of [first, edited(second), third]) expect((await codes.add(code))?.whole).toBeUndefined();
    expect(await codes.add(fourth)).toBeUndefined();
    for (const code of [first, second, third]) expect((await codes.add(code))?.whole).toBeUndefined();
    expect((await codes.add(fourth))?.whole).toBeDefined();
  });

  test('of two phones are never mixed', async () => {
    const codes = new PhoneCodes();
    const other = [first, second, third, fourth].map(code => {
      const bytes = base45(code.slice(phonePrefix.length));
      bytes[1]! ^= 0xff;
      return phonePrefix + toBase45(bytes);
    });
    for (const code of [first, second, other[2]!]) expect((await codes.add(code))?.whole).toBeUndefined();
    expect((await codes.add(fourth))?.whole).toBeUndefined();
    expect((await codes.add(third))?.whole).toBeDefined();
  });

  test('that say another number of codes than the first of theirs are passed over', async () => {
    const codes = new PhoneCodes();
    await codes.add(first);
    const bytes = base45(second.slice(phonePrefix.length));
    bytes[0] = (1 << 4) | 2;
    expect(await codes.add(phonePrefix + toBase45(bytes))).toBeUndefined();
  });

  test('of many phones do not pile up', async () => {
    const codes = new PhoneCodes();
    await codes.add(first);
    for (let phone = 0; phone < 3; phone++) await codes.add(phonePrefix + toBase45(Uint8Array.of(2, phone, 0, 0, 0, 1, 2, 3)));
    expect(await codes.add(second)).toEqual({ have: 1, of: 4 });
  });

  test.each(['', 'MSO1:', 'MSO1:A', 'MSO1:::::', 'MSO2:000000', 'GE-AB 123', 'MSO1:' + '0'.repeat(5000), phonePrefix + toBase45(Uint8Array.of(0x31, 1, 2, 3, 4, 5))])('%s is none', async text => {
    expect(await new PhoneCodes().add(text)).toBeUndefined();
  });
});
