type Forms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** Chooses a word by the plural rules of a language (Unicode CLDR): Ukrainian has three, Arabic six. */
export function pluralOf(locale: string): (count: number, forms: Forms) => string {
  const rules = new Intl.PluralRules(locale);
  return (count, forms) => forms[rules.select(count)] ?? forms.other;
}
