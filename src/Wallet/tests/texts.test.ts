import { describe, expect, test } from 'vitest';
import { claimAt, claimLabel, formatClaim, shownPaths } from '../src/texts/format';
import { preferredLanguage, texts } from '../src/texts/texts';
import { citizenId } from './fixtures/cards';

const de = texts('de');

/** Every sentence of a table, functions called with a sample. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') return [String((value as (...a: unknown[]) => unknown)(2, 3))];
  return Object.values(value as object).flatMap(sentences);
}

describe('texts', () => {
  test('have the same keys in both languages, open tables included', () => {
    const keys = (value: unknown): unknown => (typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([k, v]) => [k, keys(v)])) : '');
    expect(keys(texts('en'))).toEqual(keys(de));
  });

  test('never say only that something went wrong', () => {
    for (const sentence of [...sentences(de), ...sentences(texts('en'))]) expect(sentence).not.toMatch(/schief|something went wrong|Fehler aufgetreten/i);
  });

  test('say for every failure what happened and what to do next', () => {
    for (const language of ['de', 'en'] as const) {
      for (const { title, text } of Object.values(texts(language).failure)) {
        expect(title.length).toBeGreaterThan(5);
        expect(text.split('. ').length).toBeGreaterThan(1);
      }
    }
  });

  test.each([[['de-AT'], 'de'], [['fr', 'en-GB', 'de'], 'en'], [['tr'], 'de'], [[], 'de']])('the browser wants %s, the wallet speaks %s', (wanted, language) =>
    expect(preferredLanguage(wanted)).toBe(language));
});

describe('claims in words', () => {
  test.each([
    ['1984-05-17', '17.05.1984'],
    [true, 'ja'],
    [{ street_address: 'Georgstraße 17a', postal_code: '45879', locality: 'Gelsenkirchen', country: 'DE' }, 'Georgstraße 17a\n45879 Gelsenkirchen'],
    [{ ags: '05513000', name: 'Gelsenkirchen' }, 'Gelsenkirchen'],
    [['DE', 'TR'], 'DE, TR'],
    [42, '42'],
    [undefined, '–'],
  ])('%j reads %s', (value, words) => expect(formatClaim(value, 'de', de)).toBe(words));

  test('a path that leads nowhere has no value', () => {
    expect(claimAt({ address: 'x' }, ['address', 'locality'])).toBeUndefined();
    expect(claimAt(citizenId().claims, ['address', 'locality'])).toBe('Gelsenkirchen');
  });

  test('are called as the issuer says, else as the wallet knows them', () => {
    const display = { title: { de: '', en: '' }, claims: [{ path: ['zone'], label: { de: 'Parkzone', en: 'Parking zone' } }, { path: ['plate'], label: { de: 'plate', en: 'plate' } }] };
    expect(claimLabel(['zone'], display, 'de', de)).toBe('Parkzone');
    expect(claimLabel(['plate'], display, 'de', de)).toBe('Kennzeichen');
    expect(claimLabel(['strange', 'thing'], undefined, 'de', de)).toBe('strange · thing');
  });

  test('show an object once, not again in parts', () => {
    const label = { de: '', en: '' };
    const display = { title: label, claims: [['address'], ['address', 'locality'], ['absent'], ['given_name']].map(path => ({ path, label })) };
    expect(shownPaths(citizenId({ display }))).toEqual([['address'], ['given_name']]);
  });
});
