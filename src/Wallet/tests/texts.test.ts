import { beforeAll, describe, expect, test } from 'vitest';
import { claimAt, claimLabel, formatClaim, formatDay, formatMoment, joinWords, partsNotSaid, shownPaths } from '../src/texts/format';
import { languages, phraseOf, preferredLanguage, walletLanguages, type WalletLanguage } from '../src/texts/languages';
import { loadTexts, texts, type Texts } from '../src/texts/texts';
import { citizenId } from './fixtures/cards';

let de: Texts;
beforeAll(async () => {
  await Promise.all(walletLanguages.map(loadTexts));
  de = texts('de');
});

const samples = ['⟨one⟩', '⟨two⟩', '⟨three⟩'];

/** Every sentence of a table with its place, functions called with `values`. */
function sentences(value: unknown, values: unknown[] = samples, place = ''): [place: string, sentence: string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String((value as (...a: unknown[]) => unknown)(...values))]];
  return Object.entries(value as object).flatMap(([key, inner]) => sentences(inner, values, place ? `${place}.${key}` : key));
}

const others = walletLanguages.filter(language => language !== 'de');

/** Names, and marks without words: the same in several languages on purpose. */
const namesInEveryLanguage = [/^menu$/, /^demo$/, /^history\.peer$/, /^unlock\.pinLabel$/, /^card\.statusHint\.valid$/, /^kinds\.urn:modellstadt:citizen-id:1$/];
/** One word means the same in both: German and English or Turkish share it. */
const sameWords: Partial<Record<WalletLanguage, RegExp[]>> = {
  en: [/^card\.zone$/, /^claims\.(zone|demo)$/],
};
/** Leichte Sprache is German: what is short and plain already stays; longer sentences are written anew. */
const isPlainGerman = (sentence: string) => sentence.split(' ').length <= 8;

describe('texts', () => {
  test.each(others)('of %s have every sentence, open tables included', language => {
    const places = (table: Texts) => sentences(table).map(([place]) => place);
    expect(places(texts(language))).toEqual(places(de));
  });

  test.each(others)('of %s are not German or English by accident', language => {
    const english = new Map(sentences(texts('en')));
    const german = new Map(sentences(de));
    const allowed = [...namesInEveryLanguage, ...(sameWords[language] ?? [])];
    const left = sentences(texts(language)).filter(([place, sentence]) =>
      (sentence === german.get(place) || (language !== 'en' && sentence === english.get(place)))
      && !allowed.some(pattern => pattern.test(place))
      && !(language === 'de-simple' && isPlainGerman(sentence)));
    expect(left).toEqual([]);
  });

  test.each(walletLanguages)('of %s say everything they are told', language => {
    for (const [place, sentence] of sentences(texts(language))) {
      const told = new Map(sentences(de)).get(place) ?? '';
      for (const sample of samples.filter(s => told.includes(s))) expect(sentence, place).toContain(sample);
    }
  });

  test.each(walletLanguages)('of %s say a number of many seconds or copies in digits', language => {
    for (const count of [3, 7, 11, 25, 100]) {
      const t = texts(language);
      for (const sentence of [t.unlock.wrongPin(count), t.unlock.wait(count), t.card.copiesLeft(count, 100)]) expect(sentence).toContain(String(count));
    }
  });

  test('follow the plural rules of their language', () => {
    const wait = (language: WalletLanguage, count: number) => texts(language).unlock.wait(count);
    expect([1, 3, 7, 22].map(count => wait('uk', count))).toEqual([
      'Будь ласка, зачекайте ще 1 секунду.', 'Будь ласка, зачекайте ще 3 секунди.', 'Будь ласка, зачекайте ще 7 секунд.', 'Будь ласка, зачекайте ще 22 секунди.',
    ]);
    expect([1, 2, 7, 11].map(count => wait('ar', count).match(/انتظر (.*)\.$/)?.[1])).toEqual(['ثانية واحدة', 'ثانيتين', '7 ثوانٍ', '11 ثانية']);
    expect([wait('de', 1), wait('en', 2)]).toEqual(['Bitte warten Sie noch 1 Sekunde.', 'Please wait another 2 seconds.']);
  });

  test.each(walletLanguages)('of %s never say only that something went wrong', language => {
    for (const [, sentence] of sentences(texts(language))) expect(sentence).not.toMatch(/schief|something went wrong|Fehler aufgetreten|bir şeyler ters|щось пішло не так|حدث خطأ/i);
  });

  test.each(walletLanguages)('of %s say for every failure what happened and what to do next', language => {
    for (const { title, text } of Object.values(texts(language).failure)) {
      expect(title.length).toBeGreaterThan(4);
      expect(text.split(/[.?] /).length).toBeGreaterThan(1);
    }
  });

  test('in Leichte Sprache have short sentences', () => {
    for (const [place, text] of sentences(texts('de-simple'), ['Karte', 'Stadt'])) {
      for (const sentence of text.split(/[.?!:…] ?/)) expect(sentence.split(' ').length, `${place}: ${sentence}`).toBeLessThanOrEqual(13);
    }
  });

  test('in Arabic keep hosts and codes from turning round', () => {
    expect(texts('ar').present.crossDevice('wallet.example')).toContain('\u2066wallet.example\u2069');
    expect(texts('ar').scan.typeHint).toContain('\u2066A3K7-QM2P\u2069');
  });
});

describe('the language of the wallet', () => {
  test.each<[string[], WalletLanguage]>([
    [['de-AT'], 'de'], [['fr', 'en-GB', 'de'], 'en'], [['tr'], 'tr'], [['ar-SY', 'de'], 'ar'], [['uk-UA'], 'uk'], [['ru', 'uk'], 'uk'],
    [['de-simple'], 'de-simple'], [['de-DE-simple', 'de'], 'de-simple'], [['fr'], 'de'], [[], 'de'],
  ])('the browser wants %s, the wallet speaks %s', (wanted, language) => expect(preferredLanguage(wanted)).toBe(language));

  test('has a name of its own and known plural rules', () => {
    expect(new Set(walletLanguages.map(language => languages[language].name)).size).toBe(6);
    for (const language of walletLanguages) expect(Intl.PluralRules.supportedLocalesOf(language)).toEqual([language]);
  });

  test.each<[WalletLanguage, { text: string; lang?: string }]>([
    ['de', { text: 'Karte' }], ['de-simple', { text: 'Karte' }], ['en', { text: 'card' }],
    ['tr', { text: 'card', lang: 'en' }], ['uk', { text: 'card', lang: 'en' }], ['ar', { text: 'card', lang: 'en' }],
  ])('%s shows of a text of others %j', (language, phrase) => expect(phraseOf({ de: 'Karte', en: 'card' }, language)).toEqual(phrase));

  test('writes days with the digits that stand on plates', () => {
    for (const language of walletLanguages) {
      expect(formatDay('2026-11-24', language)).toMatch(/24.*2026/);
      expect(formatMoment(Date.UTC(2026, 10, 24, 12, 0), language)).toMatch(/2026/);
    }
    expect(formatDay('2026-11-24', 'tr')).toBe('24.11.2026');
    expect(joinWords(['a', 'b'], 'ar')).toBe('a، b');
  });
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

  test('a path to every element has the values of all, and the name of the list', () => {
    const claims = { zones: ['A', 'B'], stays: [{ zone: 'A' }, { zone: 'C' }] };
    expect(claimAt(claims, ['zones', '*'])).toEqual(['A', 'B']);
    expect(claimAt(claims, ['zones', '1'])).toBe('B');
    expect(claimAt(claims, ['stays', '*', 'zone'])).toEqual(['A', 'C']);
    expect(claimLabel(['nationalities', '*'], undefined, 'de', de)).toEqual({ text: 'Staatsangehörigkeit' });
    expect(claimLabel(['org.iso.18013.5.1', 'eye_colour'], undefined, 'de', de)).toEqual({ text: 'eye_colour' });
  });

  test('leave no part of an object unsaid', () => {
    const address = { street_address: 'Georgstraße 17a', postal_code: '45879', locality: 'Gelsenkirchen', country: 'DE', house: 'left' };
    expect(partsNotSaid(address, 'de', de)).toEqual(['Land: DE', 'house: left']);
    expect(partsNotSaid({ ags: '05513000', name: 'Gelsenkirchen' }, 'de', de)).toEqual(['ags: 05513000']);
    expect(partsNotSaid(['A'], 'de', de)).toEqual([]);
  });

  test('are called as the issuer says, else as the wallet knows them', () => {
    const display = { title: { de: '', en: '' }, claims: [{ path: ['zone'], label: { de: 'Parkzone', en: 'Parking zone' } }, { path: ['plate'], label: { de: 'plate', en: 'plate' } }] };
    expect(claimLabel(['zone'], display, 'de', de)).toEqual({ text: 'Parkzone' });
    expect(claimLabel(['plate'], display, 'de', de)).toEqual({ text: 'Kennzeichen' });
    expect(claimLabel(['strange', 'thing'], undefined, 'de', de)).toEqual({ text: 'strange · thing' });
  });

  test('are called by our own word where the issuer does not speak the language', () => {
    const display = { title: { de: '', en: '' }, claims: ['zone', 'colour'].map(name => ({ path: [name], label: { de: `${name} de`, en: `${name} en` } })) };
    expect(claimLabel(['zone'], display, 'tr', texts('tr'))).toEqual({ text: 'Bölge' });
    expect(claimLabel(['colour'], display, 'tr', texts('tr'))).toEqual({ text: 'colour en', lang: 'en' });
    expect(claimLabel(['colour'], display, 'de-simple', texts('de-simple'))).toEqual({ text: 'colour de' });
  });

  test('show an object once, not again in parts', () => {
    const label = { de: '', en: '' };
    const display = { title: label, claims: [['address'], ['address', 'locality'], ['absent'], ['given_name']].map(path => ({ path, label })) };
    expect(shownPaths(citizenId({ display }))).toEqual([['address'], ['given_name']]);
  });
});
