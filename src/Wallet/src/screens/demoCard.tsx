import { useEffect, useRef, useState } from 'preact/hooks';
import { demoCode, demoFace, demoPerson } from '../demoCard';
import { CardFace } from '../parts/cardFace';
import { ClaimList } from '../parts/claimList';
import { Icon } from '../parts/icon';
import { Notice } from '../parts/notice';
import { Peer } from '../parts/peer';
import { QrCode } from '../parts/qrCode';
import { Screen } from '../parts/screen';
import { useTexts } from '../parts/useTexts';
import { go } from '../routes';
import { keepDemoCard, useWallet } from '../wallet';

const steps = ['get', 'have', 'show', 'shown', 'lose', 'end'] as const;
type Step = (typeof steps)[number];

/** How one gets a card, shows it and loses it, with a card that is made up. Needs no town, no network and no unlocking. */
export function DemoCard() {
  const t = useTexts();
  const { demoCard } = useWallet();
  const [step, next] = useState<Step>(demoCard ? 'have' : 'get');
  const heading = useHeadingOf(step);
  const { title, text } = t.demoCard[step];

  async function take(): Promise<void> {
    await keepDemoCard(true);
    next('have');
  }

  async function remove(): Promise<void> {
    await keepDemoCard(false);
    go('/', 'replace');
  }

  return (
    <Screen title={t.demoCard.title} id="demo-card" back>
      <Notice tone="info"><p>{t.demoCard.madeUp}</p></Notice>
      <section class="stack" data-testid="demo-step" data-step={step}>
        <p class="small">{t.demoCard.step(steps.indexOf(step) + 1, steps.length)}</p>
        <h2 ref={heading} tabIndex={-1}>{title}</h2>
        <p>{text}</p>
        <Scene step={step} />
      </section>
      {renderActions()}
    </Screen>
  );

  function renderActions() {
    switch (step) {
      case 'get': return <Actions yes={t.demoCard.get.action} onYes={() => void take()} no={t.receive.decline} onNo={() => go('/', 'replace')} />;
      case 'have': return <Actions yes={t.demoCard.have.action} onYes={() => next('show')} />;
      case 'show': return <Actions yes={t.present.confirm} onYes={() => next('shown')} no={t.present.decline} onNo={() => next('lose')} />;
      case 'shown': return <Actions yes={t.demoCard.shown.action} onYes={() => next('lose')} />;
      case 'lose': return <Actions yes={t.demoCard.lose.action} onYes={() => next('end')} />;
      case 'end': return <Actions yes={t.demoCard.end.action} onYes={() => next('get')} no={t.demoCard.remove} onNo={() => void remove()} />;
    }
  }
}

/** The heading of the step; it takes the focus when another step begins. */
function useHeadingOf(step: Step) {
  const heading = useRef<HTMLHeadingElement>(null);
  const seen = useRef(step);
  useEffect(() => {
    if (seen.current !== step) heading.current?.focus();
    seen.current = step;
  }, [step]);
  return heading;
}

/** What the wallet looks like at this step. */
function Scene({ step }: { step: Step }) {
  const t = useTexts();
  const { plate = '', zone = '' } = demoFace;
  const plateAndZone = [{ label: { text: t.card.plate }, value: plate }, { label: { text: t.card.zone }, value: zone }];
  switch (step) {
    case 'get':
      return (
        <div class="panel">
          <DemoPeer name={demoFace.issuer} />
          <ClaimList id="demo-offered" lines={[{ label: { text: t.demoCard.name }, value: demoPerson }, ...plateAndZone]} />
        </div>
      );
    case 'show':
      return <div class="panel"><DemoPeer name={t.demoCard.warden} /><ClaimList id="demo-asked" lines={plateAndZone} /></div>;
    case 'shown':
      return <div class="check-code"><div class="qr-frame"><QrCode text={demoCode} label={t.card.checkCode} /></div></div>;
    case 'lose':
      return <span class="unlock-emblem"><Icon name="lock" /></span>;
    case 'have':
    case 'end':
      return <CardFace face={demoFace} title={{ text: t.demoCard.cardTitle }} />;
  }
}

function DemoPeer({ name }: { name: string }) {
  const t = useTexts();
  const peer = { trusted: true, name, host: '', demo: true };
  return <Peer peer={peer} trustedText={t.demoCard.madeUpPeer} untrustedText="" untrustedHint="" />;
}

function Actions({ yes, onYes, no, onNo }: { yes: string; onYes: () => void; no?: string; onNo?: () => void }) {
  return (
    <div class="actions">
      <button type="button" class="button" onClick={onYes} data-testid="demo-yes">{yes}</button>
      {no && <button type="button" class="button secondary" onClick={onNo} data-testid="demo-no">{no}</button>}
    </div>
  );
}
