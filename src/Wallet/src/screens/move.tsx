import { useEffect, useState } from 'preact/hooks';
import { Arrival } from '../loss/moving';
import { FailureNotice } from '../parts/failureNotice';
import { Progress } from '../parts/progress';
import { QrCode } from '../parts/qrCode';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { go } from '../routes';
import { requireDataKey, speak, useWallet } from '../wallet';

type Step =
  | { at: 'opening' }
  | { at: 'inviting'; arrival: Arrival }
  | { at: 'comparing'; arrival: Arrival; number: string }
  | { at: 'failed'; failure: unknown };

/** Between two looks into the mailbox; milliseconds. */
const pause = 1500;

/** The new phone's side of moving: a code for the old one, a number to compare, then the list of what to get again. */
export function Move() {
  const t = useTexts();
  const { lock } = useWallet();
  const [step, setStep] = useState<Step>({ at: 'opening' });
  const ready = lock === 'unlocked';

  async function begin(): Promise<void> {
    setStep({ at: 'opening' });
    try {
      setStep({ at: 'inviting', arrival: await Arrival.begin() });
    } catch (failure) {
      setStep({ at: 'failed', failure });
    }
  }

  async function look(): Promise<void> {
    if (step.at === 'inviting') {
      const number = await step.arrival.number();
      if (number !== undefined) setStep({ at: 'comparing', arrival: step.arrival, number });
    } else if (step.at === 'comparing') {
      const list = await step.arrival.list(requireDataKey());
      if (!list) return;
      await speak(list.language);
      go('/restore', 'replace');
    }
  }

  useEffect(() => {
    if (ready && step.at === 'opening') void begin();
  }, [ready]);
  useEffect(() => {
    if (!ready || (step.at !== 'inviting' && step.at !== 'comparing')) return;
    const timer = setInterval(() => void look().catch((failure: unknown) => setStep({ at: 'failed', failure })), pause);
    return () => clearInterval(timer);
  }, [ready, step]);

  return (
    <Screen title={t.move.title} id="move" back busy={step.at === 'opening'}>
      {ready ? renderStep() : <Unlock />}
    </Screen>
  );

  function renderStep() {
    switch (step.at) {
      case 'opening': return <Progress text={t.move.opening} />;
      case 'failed': return <FailureNotice failure={step.failure} onRetry={() => void begin()} />;
      case 'inviting': return <Invite link={`${location.origin}/give?${new URLSearchParams({ ...step.arrival.invitation })}`} />;
      case 'comparing': return <Compare number={step.number} />;
    }
  }
}

function Invite({ link }: { link: string }) {
  const t = useTexts();
  return (
    <>
      <p class="lead">{t.move.lead}</p>
      <section class="check-code"><div class="qr-frame"><QrCode text={link} label={t.move.qrLabel} /></div></section>
      <p class="small">{t.move.expires}</p>
    </>
  );
}

function Compare({ number }: { number: string }) {
  const t = useTexts();
  return (
    <>
      <p class="lead" role="status">{t.move.compareHere}</p>
      <p class="move-number" dir="ltr" data-testid="move-number">{number.slice(0, 3)} {number.slice(3)}</p>
    </>
  );
}
