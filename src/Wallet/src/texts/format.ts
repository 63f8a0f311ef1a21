import type { CredentialDisplay, StoredCredential, Text } from '../protocol/contract';
import { languages, phraseOf, type Phrase, type WalletLanguage } from './languages';
import type { Texts } from './texts';

/** In words where two numbers could be taken for each other. */
const months: Record<WalletLanguage, 'short' | 'long' | '2-digit'> = { de: '2-digit', 'de-simple': '2-digit', en: 'short', tr: '2-digit', uk: '2-digit', ar: 'long' };
const calendarDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day like 2026-11-24 as people write it; anything else stays as it is. */
export function formatDay(day: string, language: WalletLanguage): string {
  const parts = calendarDay.exec(day);
  if (!parts) return day;
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return date.toLocaleDateString(languages[language].locale, { day: '2-digit', month: months[language], year: 'numeric' });
}

/** Day and time of a moment in milliseconds. */
export function formatMoment(milliseconds: number, language: WalletLanguage): string {
  return new Date(milliseconds).toLocaleString(languages[language].locale, { dateStyle: language === 'ar' ? 'long' : 'medium', timeStyle: 'short', hourCycle: 'h23' });
}

/** One after the other, with the comma of the language. */
export const joinWords = (words: string[], language: WalletLanguage): string => words.join(language === 'ar' ? '، ' : ', ');

export function formatTime(milliseconds: number, language: WalletLanguage): string {
  return new Date(milliseconds).toLocaleTimeString(languages[language].locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** A claim's value in words; an address as on an envelope, a named thing by its name. */
export function formatClaim(value: unknown, language: WalletLanguage, t: Texts): string {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'string') return t.values[value] ?? formatDay(value, language);
  if (Array.isArray(value)) return joinWords(value.map(item => formatClaim(item, language, t)), language);
  if (typeof value !== 'object') return String(value);
  const { street_address: street, postal_code: postalCode, locality, name } = value as Record<string, unknown>;
  if (typeof street === 'string') return [street, [postalCode, locality].filter(Boolean).join(' ')].join('\n');
  if (typeof name === 'string') return name;
  return joinWords(Object.values(value).map(part => formatClaim(part, language, t)), language);
}

/** The parts of an object that {@link formatClaim} leaves out, each with its name. */
export function partsNotSaid(value: unknown, language: WalletLanguage, t: Texts): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const parts = value as Record<string, unknown>;
  const said = typeof parts.street_address === 'string' ? ['street_address', 'postal_code', 'locality'] : typeof parts.name === 'string' ? ['name'] : Object.keys(parts);
  return Object.entries(parts).filter(([name]) => !said.includes(name)).map(([name, part]) => `${t.claims[name] ?? name}: ${formatClaim(part, language, t)}`);
}

/** The value a path leads to, of a `*` all values in a list; undefined when it leads nowhere. */
export function claimAt(claims: unknown, path: string[]): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return claims;
  if (typeof claims !== 'object' || claims === null) return undefined;
  if (step === '*' && Array.isArray(claims)) return claims.map(element => claimAt(element, rest));
  return claimAt((claims as Record<string, unknown>)[step], rest);
}

/** What a card is called: by its issuer in the language of the reader, else by our own word for its kind. */
export function cardTitle({ vct, title }: { vct: string; title: Text }, language: WalletLanguage, t: Texts): Phrase {
  const own = phraseOf(title, language);
  const kind = t.kinds[vct];
  if (kind === undefined || (own.lang === undefined && language !== 'de-simple')) return own;
  return { text: kind.charAt(0).toLocaleUpperCase(languages[language].locale) + kind.slice(1) };
}

/** What a claim is called: as the issuer says in the language of the reader, else as the wallet knows it. */
export function claimLabel(path: string[], display: CredentialDisplay | undefined, language: WalletLanguage, t: Texts): Phrase {
  const names = path.filter(step => !/^(\*|\d+)$/.test(step));
  const label = display?.claims.find(claim => samePath(claim.path, path) || samePath(claim.path, names))?.label;
  // Without a label the protocol work repeats the path.
  const own = label && phraseOf(label, language).text !== path.join('.') ? phraseOf(label, language) : undefined;
  const known = t.claims[names.at(-1) ?? ''];
  // Our word is plainer than a foreign one, and than an official one in Leichte Sprache.
  if (known !== undefined && (own === undefined || own.lang !== undefined || language === 'de-simple')) return { text: known };
  // The name space of an mdoc says nothing to a reader.
  return own ?? { text: (names[0]?.includes('.') ? names.slice(1) : names).join(' · ') };
}

/** The paths a card shows: as the issuer lists them, parts of an object only when the whole is not listed too. */
export function shownPaths({ claims, display }: Pick<StoredCredential, 'claims' | 'display'>): string[][] {
  const listed = display.claims.length > 0 ? display.claims.map(claim => claim.path) : Object.keys(claims).map(name => [name]);
  return listed.filter(path => claimAt(claims, path) !== undefined && !listed.some(other => isInside(path, other)));
}

const samePath = (a: string[], b: string[]) => a.length === b.length && a.every((step, i) => step === b[i]);
const isInside = (path: string[], other: string[]) => other.length < path.length && other.every((step, i) => step === path[i]);
