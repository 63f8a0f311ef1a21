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
import type { RequestSession } from '../protocol/contract';
import { loadProtocol, protocolContext } from '../protocolAccess';
import { follow } from '../routes';
import { announce } from '../storage/announcement';
import { markCopyUsed } from '../storage/cards';
import { note } from '../storage/history';
import { refreshFaces, requireDataKey, useWallet, walletState } from '../wallet';
import { Consent, type Choice } from './consent';
import { MissingCard } from './missingCard';

type Step =
  | { at: 'opening' }
  | { at: 'asked'; request: RequestSession }
  | { at: 'sending' }
  | { at: 'leaving' }
  | { at: 'sent' }
  | { at: 'declined' }
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
      leaveOr(await send(request, choice), { at: 'sent' });
    } catch (failure) {
      await noteRequest('failed', request, { choice, failure });
      setStep({ at: 'failed', failure });
    }
  }

  async function refuse(request: RequestSession): Promise<void> {
    setStep({ at: 'sending' });
    await noteRequest('declined', request, { choice: {} });
    try {
      leaveOr((await request.refuse()).redirectUri, { at: 'declined' });
    } catch {
      // Whether or not the other side heard the no: nothing was shown.
      setStep({ at: 'declined' });
    }
  }

  function leaveOr(redirectUri: string | undefined, otherwise: Step): void {
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
      case 'sent': return <Sent />;
      case 'declined': return <Declined />;
      case 'failed': return <FailureNotice failure={step.failure} onRetry={() => void open()} />;
      case 'asked': {
        const { request } = step;
        const missing = request.asked.filter(asked => asked.candidates.length === 0);
        return missing.length > 0
          ? <MissingCard request={request} vcts={missing.flatMap(asked => asked.vcts)} onRefuse={() => void refuse(request)} />
          : <Consent request={request} onConfirm={choice => void confirm(request, choice)} onRefuse={() => void refuse(request)} />;
      }
    }
  }
}

/** Sends the answer and keeps what follows from it; returns where the verifier wants us to go on. */
async function send(request: RequestSession, choice: Choice): Promise<string | undefined> {
  // Taken before: a lock that falls shut meanwhile must not lose what was shown.
  const key = requireDataKey();
  const { redirectUri, usedCopies } = await request.confirm(choice);
  for (const { credentialId, keyId } of usedCopies) await markCopyUsed(key, credentialId, keyId);
  if (request.announcedOffer) await announce(request.announcedOffer);
  await noteRequest('shown', request, { choice, usedCopies });
  await refreshFaces();
  return redirectUri;
}

async function noteRequest(what: 'shown' | 'declined' | 'failed', request: RequestSession, answered: Answered): Promise<void> {
  const { language, lock } = walletState();
  if (lock === 'unlocked') await note(requireDataKey(), requestEntry(what, request, answered, language));
}

function Sent() {
  const t = useTexts();
  useAnnouncement(t.present.sentText);
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

function Declined() {
  const t = useTexts();
  return (
    <>
      <Notice tone="info" title={t.present.declinedTitle} urgent id="declined"><p>{t.present.declinedText}</p></Notice>
      <a class="button" href="/" onClick={event => follow(event, '/')}>{t.toHome}</a>
    </>
  );
}
