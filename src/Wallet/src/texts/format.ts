import type { CredentialDisplay, Language, StoredCredential } from '../protocol/contract';
import type { Texts } from './texts';

const locales: Record<Language, string> = { de: 'de-DE', en: 'en-GB' };
const calendarDay = /^(\d{4})-(\d{2})-(\d{2})$/;

/** A day like 2026-11-24 as people write it; anything else stays as it is. */
export function formatDay(day: string, language: Language): string {
  const parts = calendarDay.exec(day);
  if (!parts) return day;
  const date = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return date.toLocaleDateString(locales[language], { day: '2-digit', month: language === 'de' ? '2-digit' : 'short', year: 'numeric' });
}

/** Day and time of a moment in milliseconds. */
export function formatMoment(milliseconds: number, language: Language): string {
  return new Date(milliseconds).toLocaleString(locales[language], { dateStyle: 'medium', timeStyle: 'short' });
}

export function formatTime(milliseconds: number, language: Language): string {
  return new Date(milliseconds).toLocaleTimeString(locales[language], { hour: '2-digit', minute: '2-digit' });
}

/** A claim's value in words; an address as on an envelope, a named thing by its name. */
export function formatClaim(value: unknown, language: Language, t: Texts): string {
  if (value === undefined || value === null) return '–';
  if (typeof value === 'boolean') return value ? t.yes : t.no;
  if (typeof value === 'string') return t.values[value] ?? formatDay(value, language);
  if (Array.isArray(value)) return value.map(item => formatClaim(item, language, t)).join(', ');
  if (typeof value !== 'object') return String(value);
  const { street_address: street, postal_code: postalCode, locality, name } = value as Record<string, unknown>;
  if (typeof street === 'string') return [street, [postalCode, locality].filter(Boolean).join(' ')].join('\n');
  if (typeof name === 'string') return name;
  return Object.values(value).map(part => formatClaim(part, language, t)).join(', ');
}

/** The value a path leads to; undefined when it leads nowhere. */
export function claimAt(claims: Record<string, unknown>, path: string[]): unknown {
  return path.reduce<unknown>((value, key) => (typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined), claims);
}

/** What a claim is called: as the issuer says, else as the wallet knows it. */
export function claimLabel(path: string[], display: CredentialDisplay | undefined, language: Language, t: Texts): string {
  const own = display?.claims.find(claim => samePath(claim.path, path))?.label[language];
  // Without a label the protocol work repeats the path.
  return own !== undefined && own !== path.join('.') ? own : t.claims[path.at(-1) ?? ''] ?? path.join(' · ');
}

/** The paths a card shows: as the issuer lists them, parts of an object only when the whole is not listed too. */
export function shownPaths({ claims, display }: Pick<StoredCredential, 'claims' | 'display'>): string[][] {
  const listed = display.claims.length > 0 ? display.claims.map(claim => claim.path) : Object.keys(claims).map(name => [name]);
  return listed.filter(path => claimAt(claims, path) !== undefined && !listed.some(other => isInside(path, other)));
}

const samePath = (a: string[], b: string[]) => a.length === b.length && a.every((step, i) => step === b[i]);
const isInside = (path: string[], other: string[]) => other.length < path.length && other.every((step, i) => step === path[i]);
