import type { Language } from '../protocol/contract';
import { speak, useWallet } from '../wallet';

const languages: [Language, string][] = [['de', 'Deutsch'], ['en', 'English']];

/** Each language under its own name. */
export function LanguageSwitch() {
  const { language } = useWallet();
  return (
    <div class="languages" role="group" aria-label="Sprache · Language">
      {languages.map(([tag, name]) => (
        <button type="button" key={tag} lang={tag} aria-pressed={tag === language} onClick={() => void speak(tag)} data-testid={`language-${tag}`}>{name}</button>
      ))}
    </div>
  );
}
