import { useState } from 'preact/hooks';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { shown } from '../parts/shown';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { download } from '../privacy/download';
import { machineReadable, type Everything } from '../privacy/everything';
import { sealWithPassphrase, shortestPassphrase } from '../privacy/passphrase';
import { readablePage } from '../privacy/readablePage';
import { openCards } from '../storage/cards';
import { dayOf } from '../storage/faces';
import { loadHistory, note } from '../storage/history';
import { requireDataKey, useWallet, walletState } from '../wallet';

/** Everything the wallet knows, to take along: a page to read, or an encrypted file for programs. Made on this device. */
export function Exporting() {
  const t = useTexts();
  const { lock } = useWallet();
  const [made, setMade] = useState(false);
  return (
    <Screen title={t.exporting.title} id="exporting" back="/history">
      <p class="lead">{t.exporting.lead}</p>
      <Notice tone="warning"><p>{t.exporting.warning}</p></Notice>
      {lock !== 'unlocked' && <Unlock reason={t.exporting.unlock} />}
      {made && <Notice tone="success" urgent id="export-made"><p>{t.exporting.made}</p></Notice>}
      {lock === 'unlocked' && <Readable onMade={() => setMade(true)} />}
      {lock === 'unlocked' && <Machine onMade={() => setMade(true)} />}
    </Screen>
  );
}

function Readable({ onMade }: { onMade: () => void }) {
  const t = useTexts();
  async function save(): Promise<void> {
    const everything = await collect();
    download(`${fileName(everything)}.html`, 'text/html', readablePage(everything, t, walletState().language));
    await noteExport();
    onMade();
  }
  return (
    <section class="panel stack">
      <h2>{t.exporting.readable}</h2>
      <p>{t.exporting.readableHint}</p>
      <button type="button" class="button secondary" onClick={() => void save()} data-testid="export-readable">{t.exporting.readableAction}</button>
    </section>
  );
}

function Machine({ onMade }: { onMade: () => void }) {
  const t = useTexts();
  const [passphrase, setPassphrase] = useState('');
  const [again, setAgain] = useState('');
  const [problem, setProblem] = useState('');
  const [busy, setBusy] = useState(false);

  async function save(event: Event): Promise<void> {
    event.preventDefault();
    const found = [...passphrase].length < shortestPassphrase ? t.exporting.passphraseRule(shortestPassphrase) : passphrase !== again ? t.exporting.differ : '';
    setProblem(found);
    if (found || busy) return;
    setBusy(true);
    await shown();
    const everything = await collect();
    download(`${fileName(everything)}.jwe`, 'application/jose', await sealWithPassphrase(machineReadable(everything), passphrase));
    await noteExport();
    setBusy(false);
    setPassphrase('');
    setAgain('');
    onMade();
  }

  return (
    <form class="panel stack" onSubmit={event => void save(event)} noValidate>
      <h2>{t.exporting.machine}</h2>
      <p>{t.exporting.machineHint}</p>
      <label class="field">
        <span>{t.exporting.passphrase}</span>
        <small id="passphrase-rule">{t.exporting.passphraseRule(shortestPassphrase)}</small>
        <input type="password" autocomplete="off" data-testid="passphrase" aria-describedby="passphrase-rule" value={passphrase} onInput={event => setPassphrase(event.currentTarget.value)} />
      </label>
      <label class="field">
        <span>{t.exporting.passphraseAgain}</span>
        <input type="password" autocomplete="off" data-testid="passphrase-again" value={again} onInput={event => setAgain(event.currentTarget.value)} />
      </label>
      {problem && <Notice tone="warning" urgent id="passphrase-problem"><p>{problem}</p></Notice>}
      <button type="submit" class="button" disabled={busy} data-testid="export-machine">{busy ? t.loading : t.exporting.machineAction}</button>
    </form>
  );
}

async function collect(): Promise<Everything> {
  const key = requireDataKey();
  const { language, config } = walletState();
  const [cards, history] = await Promise.all([openCards(key), loadHistory(key)]);
  return { at: Date.now(), language, cards, history, ...(config && { town: config.town.name }) };
}

const noteExport = () => note(requireDataKey(), { what: 'exported', cards: [] });

const fileName = ({ at }: Everything) => `wallet-${dayOf(at / 1000)}`;
