import { describe, expect, test } from 'vitest';
import { accessOf, newCode, readCode, showCode } from '../../src/loss/emergencyCode';

const signs = '0123456789ABCDEFGHJK';
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('the emergency code', () => {
  // The town's tests (EmergencyCodeTests) hold the same values: phone and town derive the same from a code.
  test('leads to what is written down for phone and town', async () => {
    expect(showCode(signs)).toBe('01234-56789-ABCDE-FGHJK-J');
    expect(await accessOf(signs)).toEqual({
      emergency: '3jeFTTlw-xSBSWa6X7c22f7yzbFf2SrQ6NIBu4HE01s',
      locator: 'M5_qpuSMKnEx_0O4qUz0jacYeYFBKIdZjOCcI3g3GIE',
      listKey: 'pD3lgZ04qu4uimvJUeevdSa2NAzlEsFShCBJ835YLP0',
    });
  });

  test.each(['01234-56789-ABCDE-FGHJK-J', '0123456789abcdefghjkj', '  oI234 56789  ABCDE FGHJK j ', 'Ol234.56789.ABCDE.FGHJK.J', '01234–56789–ABCDE–FGHJK–J'])(
    'is read from %j', typed => expect(readCode(typed)).toBe(signs));

  test.each(['', '01234-56789-ABCDE-FGHJK', '01234-56789-ABCDE-FGHJK-JJ', '01234-56789-ABCDE-FGHJU-W', '01234-56789-ABCDE-FGHJÄ-W'])(
    'cannot be %j', typed => expect(readCode(typed)).toBeUndefined());

  test('is new each time, and has no sign outside the alphabet', () => {
    const codes = Array.from({ length: 200 }, newCode);
    expect(new Set(codes).size).toBe(200);
    expect(new Set(codes.join('')).size).toBe(32);
    for (const code of codes) expect(readCode(showCode(code))).toBe(code);
  });

  test('shows any one wrong sign, and any two that changed places', () => {
    const code = showCode(newCode()).replaceAll('-', '');
    for (let place = 0; place < code.length; place++) {
      for (const sign of alphabet) if (sign !== code[place]) expect(readCode(code.slice(0, place) + sign + code.slice(place + 1))).toBeUndefined();
      for (let other = place + 1; other < code.length; other++) {
        if (code[place] === code[other]) continue;
        const changed = [...code];
        [changed[place], changed[other]] = [code[other]!, code[place]!];
        expect(readCode(changed.join(''))).toBeUndefined();
      }
    }
  });
});
