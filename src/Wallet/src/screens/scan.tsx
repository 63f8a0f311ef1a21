import { useEffect, useMemo, useState } from 'preact/hooks';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { Screen } from '../parts/screen';
import { useTexts } from '../parts/useTexts';
import { configuration } from '../configuration';
import { follow, go } from '../routes';
import { Camera } from '../scan/camera';
import { Decoder } from '../scan/decoder';
import { pathOfCode } from '../scan/links';
import { pixelsOfFile } from '../scan/pictures';
import { redeem, type TypedCodeProblem } from '../scan/typedCode';
import { useWallet } from '../wallet';

/** From another screen or app into the wallet: by camera, by picture, by typing, or by sharing a link. */
export function Scan({ shared }: { shared: string | undefined }) {
  const t = useTexts();
  const { online } = useWallet();
  const [message, setMessage] = useState('');
  const decoder = useMemo(() => new Decoder(), []);
  useEffect(() => () => decoder.close(), [decoder]);

  function onText(text: string): void {
    const path = pathOfCode(text, location.origin);
    if (path) go(path, 'replace');
    else setMessage(t.scan.notForUs);
  }

  useEffect(() => {
    if (shared !== undefined) onText(shared.trim());
  }, []);

  async function onFile(file: File | undefined): Promise<void> {
    const picture = file && (await pixelsOfFile(file));
    const text = picture && (await decoder.decode(picture));
    if (text) onText(text);
    else if (file) setMessage(t.scan.fileEmpty);
  }

  return (
    <Screen title={t.scan.title} id="scan" back>
      {online ? <Camera decoder={decoder} onText={onText} /> : <ToCards />}
      {message && <Notice tone="warning" urgent id="scan-problem"><p>{message}</p></Notice>}
      <TypeCode />
      {online && (
        <label class="button secondary file">
          <Icon name="image" />{t.scan.file}
          <input type="file" accept="image/*" class="visually-hidden" data-testid="picture" onChange={event => void onFile(event.currentTarget.files?.[0])} />
        </label>
      )}
    </Screen>
  );
}

/** Without network no code can be redeemed, and the decoder may not be here yet. */
function ToCards() {
  const t = useTexts();
  return <a class="button" href="/" onClick={event => follow(event, '/')} data-testid="to-cards">{t.toHome}</a>;
}

function TypeCode() {
  const t = useTexts();
  const [code, setCode] = useState('');
  const [problem, setProblem] = useState<TypedCodeProblem>();
  const [busy, setBusy] = useState(false);
  const sentences: Record<TypedCodeProblem, string> = {
    form: t.scan.codeForm, unknown: t.scan.codeUnknown, 'too-often': t.scan.codeTooOften, offline: t.scan.offline, 'not-for-us': t.scan.notForUs,
  };

  async function submit(event: Event): Promise<void> {
    event.preventDefault();
    setBusy(true);
    const config = await configuration();
    const result = config ? await redeem(code, config.town.portal) : { problem: 'offline' as const };
    setBusy(false);
    if ('path' in result) go(result.path, 'replace');
    else setProblem(result.problem);
  }

  return (
    <form class="panel stack" onSubmit={event => void submit(event)} noValidate>
      <h2>{t.scan.typeTitle}</h2>
      <label class="field">
        <span>{t.scan.typeLabel}</span>
        <small id="typed-hint">{t.scan.typeHint}</small>
        <input
          class="code" data-testid="typed-code" autocomplete="off" autocapitalize="characters" spellcheck={false} maxLength={12} value={code}
          onInput={event => setCode(event.currentTarget.value)} aria-describedby="typed-hint" aria-invalid={problem !== undefined}
        />
      </label>
      {problem && <Notice tone="warning" urgent id="typed-problem"><p>{sentences[problem]}</p></Notice>}
      <button type="submit" class="button" disabled={busy} data-testid="typed-go">{busy ? t.loading : t.scan.typeGo}</button>
    </form>
  );
}
