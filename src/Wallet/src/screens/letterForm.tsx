import { useEffect, useState } from 'preact/hooks';
import { Notice } from '../parts/notice';
import { useTexts } from '../parts/useTexts';
import { mailLink, type Address } from '../privacy/addresses';
import type { Letter } from '../privacy/letters';
import type { Language } from '../protocol/contract';
import type { Way } from '../storage/history';

interface LetterFormProps {
  letter: Letter;
  language: Language;
  onLanguage: (language: Language) => void;
  addresses: Address[];
  /** The letter was handed to a mail program, page or telephone, or copied. Whether it was sent, the wallet does not learn. */
  onTaken: (way: Way) => void;
}

/** A letter to read and change, and the ways it can go. Nothing goes by itself. */
export function LetterForm({ letter, language, onLanguage, addresses, onTaken }: LetterFormProps) {
  const t = useTexts();
  const [written, setWritten] = useState(letter);
  const [taken, setTaken] = useState(false);
  useEffect(() => setWritten(letter), [letter.subject, letter.body]);

  function take(way: Way): void {
    setTaken(true);
    onTaken(way);
  }

  async function copy(): Promise<void> {
    await navigator.clipboard.writeText(`${written.subject}\n\n${written.body}`);
    take('copied');
  }

  return (
    <div class="stack">
      <label class="field">
        <span>{t.letter.language}</span>
        <select data-testid="letter-language" value={language} onChange={event => onLanguage(event.currentTarget.value as Language)}>
          {(['de', 'en'] as const).map(tag => <option key={tag} value={tag}>{t.letter.languages[tag]}</option>)}
        </select>
      </label>
      <label class="field">
        <span>{t.letter.subject}</span>
        <textarea class="letter" rows={3} lang={language} dir="ltr" data-testid="letter-subject" value={written.subject} onInput={event => setWritten({ ...written, subject: event.currentTarget.value.replaceAll('\n', ' ') })} />
      </label>
      <label class="field">
        <span>{t.letter.text}</span>
        <small id="letter-hint">{t.letter.hint}</small>
        <textarea class="letter" rows={16} lang={language} dir="ltr" aria-describedby="letter-hint" data-testid="letter-body" value={written.body} onInput={event => setWritten({ ...written, body: event.currentTarget.value })} />
      </label>
      {taken && <Notice tone="success" urgent id="letter-noted"><p>{t.letter.noted}</p></Notice>}
      <div class="stack">
        {addresses.map(address => (
          <a
            key={address.href} class="button" data-testid={`letter-${address.way}`} onClick={() => take(address.way)}
            href={address.way === 'mail' ? mailLink(address, written) : address.href} {...(address.way === 'page' && { target: '_blank', rel: 'noopener noreferrer' })}
          >
            {t.letter[address.way](address.text)}
          </a>
        ))}
        <button type="button" class="button secondary" onClick={() => void copy()} data-testid="letter-copy">{t.letter.copy}</button>
      </div>
    </div>
  );
}
