/** How an issuer wants its credentials shown (OpenID4VCI 1.0 section 12.2.4 and appendix B.2). */
import type { CredentialDisplay, Language, Text } from './contract';
import { isObject } from './signedToken';

const maximumTextLength = 200;
const maximumClaims = 50;

/** Titles, labels and colours of a credential configuration; what is missing falls back to its id or claim name. */
export function readDisplay(configuration: unknown, configurationId: string): CredentialDisplay {
  const metadata = isObject(configuration) && isObject(configuration.credential_metadata) ? configuration.credential_metadata : {};
  const entries = listOf(metadata.display);
  const claims = listOf(metadata.claims).slice(0, maximumClaims).filter((claim) => isNamePath(claim.path));
  const colours = entries[0] ?? {};
  return {
    title: readText(entries, configurationId),
    claims: claims.map((claim) => {
      const path = claim.path as string[];
      return { path, label: readText(listOf(claim.display), path.join('.')) };
    }),
    ...(isColour(colours.background_color) && { background: colours.background_color }),
    ...(isColour(colours.text_color) && { text: colours.text_color }),
  };
}

/** The `name` of display entries in both languages; the first entry serves a language that is missing. */
export function readText(display: unknown, fallback: string): Text {
  const entries = listOf(display);
  const named = (language?: Language) => {
    const entry = entries.find(({ locale }) => !language || (typeof locale === 'string' && locale.split('-')[0] === language));
    return typeof entry?.name === 'string' ? entry.name.slice(0, maximumTextLength) : undefined;
  };
  const any = named() ?? fallback;
  return { de: named('de') ?? any, en: named('en') ?? any };
}

function listOf(value: unknown): Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

function isNamePath(path: unknown): boolean {
  return Array.isArray(path) && path.length > 0 && path.every((step) => typeof step === 'string');
}

function isColour(value: unknown): value is string {
  return typeof value === 'string' && /^#[0-9a-f]{6}$/i.test(value);
}
