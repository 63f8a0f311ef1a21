import type { Language, Text } from '../protocol/contract';

/** What the wallet speaks (BCP 47). `de-simple` is Leichte Sprache: German in short sentences that everybody can read. */
export type WalletLanguage = 'de' | 'de-simple' | 'en' | 'tr' | 'uk' | 'ar';

interface LanguageFacts {
  /** The language under its own name. */
  name: string;
  direction: 'ltr' | 'rtl';
  /** How days and times are written; digits are those on plates and screens in Germany. */
  locale: string;
  /** What is shown of texts that issuers, verifiers and the town write in German and English only. */
  ofOthers: Language;
}

export const languages: Record<WalletLanguage, LanguageFacts> = {
  de: { name: 'Deutsch', direction: 'ltr', locale: 'de-DE', ofOthers: 'de' },
  'de-simple': { name: 'Leichte Sprache', direction: 'ltr', locale: 'de-DE', ofOthers: 'de' },
  en: { name: 'English', direction: 'ltr', locale: 'en-GB', ofOthers: 'en' },
  tr: { name: 'Türkçe', direction: 'ltr', locale: 'tr-TR', ofOthers: 'en' },
  uk: { name: 'Українська', direction: 'ltr', locale: 'uk-UA', ofOthers: 'en' },
  ar: { name: 'العربية', direction: 'rtl', locale: 'ar-u-nu-latn', ofOthers: 'en' },
};

export const walletLanguages = Object.keys(languages) as WalletLanguage[];

/** The first language of the browser that the wallet speaks; German otherwise. */
export function preferredLanguage(wanted: readonly string[]): WalletLanguage {
  for (const tag of wanted) {
    const lower = tag.toLowerCase();
    if (/^de(-.*)?-simple\b/.test(lower)) return 'de-simple';
    const primary = lower.split('-')[0];
    const spoken = walletLanguages.find(language => language === primary);
    if (spoken) return spoken;
  }
  return 'de';
}

/** Words together with their language where it is not that of the wallet, so that a screen reader pronounces them rightly. */
export interface Phrase {
  text: string;
  lang?: Language;
}

/** A text that others wrote for this reader in one of their languages. */
export function ofOthers(text: string, language: WalletLanguage): Phrase {
  const { ofOthers: lang } = languages[language];
  return { text, ...(lang !== language.split('-')[0] && { lang }) };
}

/** What a reader of `language` sees of a text of others. */
export function phraseOf(text: Text, language: WalletLanguage): Phrase {
  return ofOthers(text[languages[language].ofOthers], language);
}
