import { useState } from 'preact/hooks';
import { languages, walletLanguages, type WalletLanguage } from '../texts/languages';
import { speak, useWallet } from '../wallet';
import { Notice } from './notice';
import { useTexts } from './useTexts';

/** Each language under its own name, without flags: a language belongs to no state. */
export function LanguageSwitch() {
  const t = useTexts();
  const { language } = useWallet();
  const [missing, setMissing] = useState(false);
  const choose = (tag: WalletLanguage) => speak(tag).then(() => setMissing(false), () => setMissing(true));
  return (
    <div class="stack">
      <div class="languages" role="group" aria-label={t.settings.language}>
        {walletLanguages.map(tag => (
          <button
            type="button" key={tag} lang={tag} dir={languages[tag].direction} aria-pressed={tag === language}
            onClick={() => void choose(tag)} data-testid={`language-${tag}`}
          >
            {languages[tag].name}
          </button>
        ))}
      </div>
      {missing && <Notice tone="warning" urgent id="language-missing"><p>{t.settings.languageMissing}</p></Notice>}
    </div>
  );
}
