import type { Phrase } from '../texts/languages';

/** Words that may be of another language than the page, set apart from what stands around them. */
export function Words({ of: { text, lang } }: { of: Phrase }) {
  return <bdi lang={lang}>{text}</bdi>;
}
