import { useEffect, useState } from 'preact/hooks';
import type { ListedCard } from '../loss/listedCards';
import { depart, readInvitation } from '../loss/moving';
import { listOf } from '../loss/upkeep';
import { FailureNotice } from '../parts/failureNotice';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { Words } from '../parts/words';
import { ProtocolFailure } from '../protocol/contract';
import { follow } from '../routes';
import { openCards } from '../storage/cards';
import { cardTitle } from '../texts/format';
import { requireDataKey, useWallet } from '../wallet';

type Going = Awaited<ReturnType<typeof depart>>;

type Step =
  | { at: 'asking' }
  | { at: 'working' }
  | { at: 'comparing'; going: Going }
  | { at: 'sent' }
  | { at: 'stopped' }
  | { at: 'failed'; failure: unknown };

/** The old phone's side of moving: what goes, a number to compare, and only after a yes the sealed list. */
export function Give({ link }: { link: URL }) {
  const t = useTexts();
  const { lock } = useWallet();
  const [step, setStep] = useState<Step>({ at: 'asking' });

  async function advance(work: () => Promise<Step>): Promise<void> {
    setStep({ at: 'working' });
    setStep(await work().catch((failure: unknown) => ({ at: 'failed' as const, failure })));
  }

  const greet = () => advance(async () => {
    const invitation = readInvitation(link.search);
    if (!invitation) throw new ProtocolFailure('malformed', 'invitation');
    return { at: 'comparing', going: await depart(invitation) };
  });

  const send = ({ send: hand }: Going) => advance(async () => {
    const dataKey = requireDataKey();
    await hand(await listOf(dataKey, await openCards(dataKey)));
    return { at: 'sent' };
  });

  return (
    <Screen title={t.move.giveTitle} id="give" back busy={step.at === 'working'}>
      {lock === 'unlocked' ? renderStep() : <Unlock />}
    </Screen>
  );

  function renderStep() {
    switch (step.at) {
      case 'asking': return <What onNext={() => void greet()} />;
      case 'working': return <Progress text={t.move.opening} />;
      case 'comparing': return <Compare number={step.going.number} onSame={() => void send(step.going)} onOther={() => setStep({ at: 'stopped' })} />;
      case 'failed': return <FailureNotice failure={step.failure} />;
      case 'sent': return <Sent />;
      case 'stopped': return <Notice tone="warning" title={t.move.stoppedTitle} urgent id="move-stopped"><p>{t.move.stoppedText}</p></Notice>;
    }
  }
}

function Sent() {
  const t = useTexts();
  return (
    <>
      <Notice tone="success" title={t.move.sentTitle} urgent id="move-sent"><p>{t.move.sentText}</p></Notice>
      <a class="button" href="/" onClick={event => follow(event, '/')} data-testid="to-cards">{t.toHome}</a>
    </>
  );
}

function What({ onNext }: { onNext: () => void }) {
  const t = useTexts();
  const { language } = useWallet();
  const [cards, setCards] = useState<ListedCard[]>([]);
  useEffect(() => {
    const dataKey = requireDataKey();
    void openCards(dataKey).then(own => listOf(dataKey, own)).then(list => setCards(list.cards));
  }, []);
  return (
    <>
      <p class="lead">{t.move.giveLead}</p>
      <ul class="points" data-testid="move-cards">{cards.map((card, index) => <li key={index}><Words of={cardTitle(card, language, t)} /></li>)}</ul>
      <Notice tone="warning"><p>{t.move.ownDeviceOnly}</p></Notice>
      <div class="actions">
        <button type="button" class="button" onClick={onNext} data-testid="move-next">{t.move.next}</button>
        <a class="button secondary" href="/" onClick={event => follow(event, '/')} data-testid="to-cards">{t.cancel}</a>
      </div>
    </>
  );
}

function Compare({ number, onSame, onOther }: { number: string; onSame: () => void; onOther: () => void }) {
  const t = useTexts();
  return (
    <>
      <p class="lead" role="status">{t.move.compareThere}</p>
      <p class="move-number" dir="ltr" data-testid="move-number">{number.slice(0, 3)} {number.slice(3)}</p>
      <div class="actions">
        <button type="button" class="button" onClick={onSame} data-testid="move-same">{t.move.same}</button>
        <button type="button" class="button secondary" onClick={onOther} data-testid="move-other">{t.move.other}</button>
      </div>
    </>
  );
}
