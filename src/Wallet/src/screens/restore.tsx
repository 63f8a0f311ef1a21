import { useEffect, useState } from 'preact/hooks';
import { readCode } from '../loss/emergencyCode';
import { stillOutstanding, type ListedCard } from '../loss/listedCards';
import { findLostCards, inOrder, reasonOf, wayBack } from '../loss/restoring';
import { FailureNotice } from '../parts/failureNotice';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { Words } from '../parts/words';
import { follow, go } from '../routes';
import { openCards } from '../storage/cards';
import { dropOutstanding } from '../storage/losses';
import { setting } from '../storage/settings';
import { cardTitle } from '../texts/format';
import { requireDataKey, useWallet } from '../wallet';

type Step =
  | { at: 'asking'; problem?: string }
  | { at: 'finding' }
  | { at: 'found'; missing: ListedCard[] }
  | { at: 'failed'; signs: string; failure: unknown };

/** After a loss: the emergency code finds what there was; each card has its way back. */
export function Restore() {
  const t = useTexts();
  const { lock, faces } = useWallet();
  const [step, setStep] = useState<Step>({ at: 'asking' });
  const ready = lock === 'unlocked';

  async function look(): Promise<void> {
    const dataKey = requireDataKey();
    const missing = await stillOutstanding(dataKey, await openCards(dataKey));
    if (missing) setStep({ at: 'found', missing });
    if (missing?.length === 0) await dropOutstanding(dataKey);
  }

  async function find(signs: string): Promise<void> {
    setStep({ at: 'finding' });
    try {
      await findLostCards(requireDataKey(), signs);
      await look();
    } catch (failure) {
      const reason = reasonOf(failure);
      setStep(reason ? { at: 'asking', problem: reason === 'unknown' ? t.loss.noList : t.loss.tooOften } : { at: 'failed', signs, failure });
    }
  }

  useEffect(() => {
    if (ready) void look();
  }, [ready, faces]);

  return (
    <Screen title={t.loss.restoreTitle} id="restore" back busy={step.at === 'finding'}>
      {ready ? renderStep() : <Unlock />}
    </Screen>
  );

  function renderStep() {
    switch (step.at) {
      case 'asking': return <AskForCode problem={step.problem} onCode={signs => void find(signs)} />;
      case 'finding': return <Progress text={t.loss.finding} />;
      case 'failed': return <FailureNotice failure={step.failure} onRetry={() => void find(step.signs)} />;
      case 'found': return step.missing.length > 0 ? <Missing cards={step.missing} /> : <AllBack />;
    }
  }
}

function AskForCode({ problem, onCode }: { problem: string | undefined; onCode: (signs: string) => void }) {
  const t = useTexts();
  const { config } = useWallet();
  const [typed, setTyped] = useState('');
  const [mistyped, setMistyped] = useState(false);
  const message = mistyped ? t.loss.mistyped : problem;

  function submit(event: Event): void {
    event.preventDefault();
    const signs = readCode(typed);
    setMistyped(!signs);
    if (signs) onCode(signs);
  }

  return (
    <form class="stack" onSubmit={submit} noValidate>
      <p class="lead">{t.loss.restoreLead}</p>
      <label class="field">
        <span>{t.loss.restoreLabel}</span>
        <small id="restore-hint">{t.loss.restoreHint}</small>
        <input
          data-testid="restore-code" class="code" dir="ltr" autocomplete="off" autocapitalize="characters" spellcheck={false} maxLength={80} value={typed}
          aria-invalid={message !== undefined} aria-describedby="restore-hint" onInput={event => setTyped(event.currentTarget.value)}
        />
      </label>
      {message && <Notice tone="warning" urgent id="restore-problem"><p>{message}</p></Notice>}
      <button type="submit" class="button" data-testid="restore-find">{t.loss.find}</button>
      {config && <Notice tone="info"><p>{t.loss.lockFirst}</p><p><a href={`${config.town.portal}/wallet/lock`} data-testid="lock-lost">{t.loss.lockLost}</a></p></Notice>}
    </form>
  );
}

/** What is not back yet, in the order in which one proves the next. */
function Missing({ cards }: { cards: ListedCard[] }) {
  const t = useTexts();
  const { config, language } = useWallet();
  if (!config) return null;
  return (
    <>
      <p class="lead">{t.loss.hadLead}</p>
      <ol class="card-list">
        {inOrder(cards, config).map((card, index) => {
          const { way, address } = wayBack(card, config);
          return (
            <li key={index}>
              <a class="choice" href={address} onClick={event => { if (way === 'issuer') follow(event, address); }} data-testid="get-again" data-vct={card.vct}>
                <Icon name="cards" />
                <span><strong><Words of={cardTitle(card, language, t)} /></strong><small>{t.loss.ways[way]}</small></span>
              </a>
            </li>
          );
        })}
      </ol>
      <p class="small">{t.loss.newKeys}</p>
      <button type="button" class="button secondary" onClick={() => void dropOutstanding(requireDataKey()).then(() => go('/', 'replace'))} data-testid="give-up">{t.loss.giveUp}</button>
    </>
  );
}

function AllBack() {
  const t = useTexts();
  const [made, setMade] = useState(true);
  useEffect(() => void setting('emergency').then(state => setMade(state === 'made')), []);
  return (
    <>
      <Notice tone="success" title={t.loss.allBackTitle} urgent id="all-back"><p>{made ? t.loss.allBackText : t.loss.allBackNewCode}</p></Notice>
      {!made && <a class="button" href="/emergency-code" onClick={event => follow(event, '/emergency-code')} data-testid="to-emergency">{t.loss.remindAction}</a>}
      <a class={made ? 'button' : 'button secondary'} href="/" onClick={event => follow(event, '/')} data-testid="to-cards">{t.toHome}</a>
    </>
  );
}
