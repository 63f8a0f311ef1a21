import { useEffect, useState } from 'preact/hooks';
import { useAnnouncement } from '../parts/announcer';
import { FailureNotice } from '../parts/failureNotice';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { requestEntry, type Answered } from '../privacy/requestEntry';
import type { Choice, Receipt, RequestSession, UsedCopy } from '../protocol/contract';
import { loadProtocol, protocolContext } from '../protocolAccess';
import { follow } from '../routes';
import { announce } from '../storage/announcement';
import { note } from '../storage/history';
import { whileShown } from '../storage/shownCopies';
import { refreshFaces, requireDataKey, useWallet, walletState } from '../wallet';
import { Consent } from './consent';
import { MissingCard } from './missingCard';
import { OtherScreen, Suspected, type Sighting } from './otherScreen';

type Step =
  | { at: 'opening' }
  | { at: 'asked'; request: RequestSession; sighting?: Sighting }
  | { at: 'sending' }
  | { at: 'leaving' }
  | { at: 'sent'; elsewhere?: URL | undefined }
  | { at: 'declined' }
  | { at: 'suspected'; host: string }
  | { at: 'failed'; failure: unknown };

/** Somebody asks for data: who, what for, which data; show or decline. */
export function Present({ link }: { link: URL }) {
  const t = useTexts();
  const { lock } = useWallet();
  const [step, setStep] = useState<Step>({ at: 'opening' });
  const ready = lock === 'unlocked';

  async function open(): Promise<void> {
    setStep({ at: 'opening' });
    try {
      setStep({ at: 'asked', request: await (await loadProtocol()).openRequest(link, await protocolContext()) });
    } catch (failure) {
      setStep({ at: 'failed', failure });
    }
  }

  async function confirm(request: RequestSession, choice: Choice): Promise<void> {
    setStep({ at: 'sending' });
    try {
      const receipt = await send(request, choice);
      leaveOr(receipt, { at: 'sent', elsewhere: receipt.elsewhere });
    } catch (failure) {
      setStep({ at: 'failed', failure });
    }
  }

  /** `suspected`: the person sits at another address than the one that asks. Nobody is led back there. */
  async function refuse(request: RequestSession, suspected = false): Promise<void> {
    setStep({ at: 'sending' });
    await noteRequest('declined', request, { choice: {}, suspected });
    const told = await refusalOf(request);
    if (suspected) setStep({ at: 'suspected', host: request.responseHost });
    else leaveOr(told, { at: 'declined' });
  }

  function leaveOr({ redirectUri }: Receipt, otherwise: Step): void {
    if (redirectUri === undefined) return setStep(otherwise);
    setStep({ at: 'leaving' });
    location.replace(redirectUri);
  }

  useEffect(() => {
    if (ready && step.at === 'opening') void open();
  }, [ready]);

  return (
    <Screen title={t.present.title} id="present" back busy={['opening', 'sending', 'leaving'].includes(step.at)}>
      {ready ? renderStep() : <Unlock />}
    </Screen>
  );

  function renderStep() {
    switch (step.at) {
      case 'opening': return <Progress text={t.present.opening} />;
      case 'sending': return <Progress text={t.present.sending} />;
      case 'leaving': return <Progress text={t.present.goingBack} />;
      case 'sent': return <Sent elsewhere={step.elsewhere} />;
      case 'declined': return <Declined />;
      case 'suspected': return <Suspected host={step.host} />;
      case 'failed': return <FailureNotice failure={step.failure} onRetry={() => void open()} />;
      case 'asked': {
        const { request, sighting } = step;
        const no = () => void refuse(request);
        if (request.crossDevice && !sighting) return <OtherScreen request={request} onSeen={seen => setStep({ ...step, sighting: seen })} onOther={() => void refuse(request, true)} />;
        const missing = request.asked.filter(asked => asked.candidates.length === 0);
        return missing.length > 0
          ? <MissingCard request={request} vcts={missing.flatMap(asked => asked.vcts)} onRefuse={no} />
          : <Consent request={request} sighting={sighting} onConfirm={choice => void confirm(request, choice)} onRefuse={no} />;
      }
    }
  }
}

/** Sends the answer and keeps what follows from it; returns where the verifier wants us to go on. */
async function send(request: RequestSession, choice: Choice): Promise<Receipt> {
  const left: UsedCopy[] = [];
  try {
    const receipt = await whileShown(() => request.confirm(choice, copies => void left.push(...copies)));
    if (request.announcedOffer) await announce(request.announcedOffer);
    await noteRequest('shown', request, { choice, usedCopies: left });
    return receipt;
  } catch (failure) {
    await noteRequest('failed', request, { choice, usedCopies: left, failure });
    throw failure;
  } finally {
    await refreshFaces();
  }
}

/** Whether or not the other side heard the no: nothing was shown. */
async function refusalOf(request: RequestSession): Promise<Receipt> {
  try {
    return await request.refuse();
  } catch {
    return {};
  }
}

async function noteRequest(what: 'shown' | 'declined' | 'failed', request: RequestSession, answered: Answered): Promise<void> {
  const { language, lock } = walletState();
  if (lock === 'unlocked') await note(requireDataKey(), requestEntry(what, request, answered, language));
}

function Sent({ elsewhere }: { elsewhere: URL | undefined }) {
  const t = useTexts();
  useAnnouncement(t.present.sentText);
  if (elsewhere) return <SentElsewhere address={elsewhere} />;
  return (
    <div class="result" data-testid="sent">
      <span class="result-emblem"><Icon name="screen" /></span>
      <h2>{t.present.sentTitle}</h2>
      <p>{t.present.sentText}</p>
      <div class="actions">
        <a class="button" href="/" onClick={event => follow(event, '/')} data-testid="to-cards">{t.toHome}</a>
        <a class="button secondary" href="/scan" onClick={event => follow(event, '/scan')} data-testid="scan-next">{t.home.scan}</a>
      </div>
    </div>
  );
}

/** The data has arrived; the verifier wants the person on a site that is not its own. */
function SentElsewhere({ address: { host, href } }: { address: URL }) {
  const t = useTexts();
  return (
    <div class="result" data-testid="sent">
      <span class="result-emblem"><Icon name="screen" /></span>
      <p>{t.consent.elsewhere(host)}</p>
      <div class="actions">
        <a class="button" href="/" onClick={event => follow(event, '/')} data-testid="to-cards">{t.toHome}</a>
        <a class="button secondary" href={href} rel="noreferrer" data-testid="elsewhere">{t.consent.goElsewhere(host)}</a>
      </div>
    </div>
  );
}

function Declined() {
  const t = useTexts();
  return (
    <>
      <Notice tone="info" title={t.present.declinedTitle} urgent id="declined"><p>{t.present.declinedText}</p></Notice>
      <a class="button" href="/" onClick={event => follow(event, '/')}>{t.toHome}</a>
    </>
  );
}
