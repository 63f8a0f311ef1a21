import { useEffect, useState } from 'preact/hooks';
import { demoFace } from '../demoCard';
import { CardFace } from '../parts/cardFace';
import { DemoCardLink } from '../parts/demoCardLink';
import { Icon } from '../parts/icon';
import { CodeFirst } from '../parts/installOffer';
import { LossReminder } from '../parts/lossReminder';
import { Notice } from '../parts/notice';
import { NoticeList } from '../parts/noticeList';
import { PushOffer } from '../parts/pushOffer';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import type { WaitingCredential } from '../protocol/contract';
import { follow } from '../routes';
import { useStatusChecks } from '../statusChecks';
import type { Face } from '../storage/faces';
import { openWaiting } from '../storage/waitingCards';
import { phraseOf } from '../texts/languages';
import { facesHidden, openDataKey, useWallet } from '../wallet';

/** The cards, last used first. Shown from faces alone: no unlocking, no network, no lazy code. What else there is to know comes after unlocking. */
export function Home() {
  const t = useTexts();
  const wallet = useWallet();
  const { faces, demoCard, lock } = wallet;
  const [unlocking, setUnlocking] = useState(false);
  useEffect(() => setUnlocking(false), [lock]);
  useStatusChecks(faces.map(face => face.id));
  if (facesHidden(wallet)) return <Screen title={t.home.title} id="home" tabs="home"><Unlock reason={t.safety.unlockToSee} /></Screen>;
  const [first, ...others] = faces;
  return (
    <Screen title={t.home.title} id="home" tabs="home" onUnlock={lock === 'locked' && !unlocking ? () => setUnlocking(true) : undefined}>
      {unlocking && <Unlock />}
      <NoticeList />
      <Making />
      {!first && <CodeFirst />}
      {first ? <CardLink face={first} /> : <Empty />}
      {others.length > 0 && (
        <section>
          <h2>{t.home.others}</h2>
          <ul class="card-list">{others.map(face => <li key={face.id}><CardLink face={face} /></li>)}</ul>
        </section>
      )}
      <LossReminder />
      <PushOffer />
      {demoCard ? <TakenDemoCard /> : !first && <DemoCardLink />}
      <a class="button secondary" href="/get-card" onClick={event => follow(event, '/get-card')} data-testid="to-get-card">{t.getCard.title}</a>
    </Screen>
  );
}

/** Cards that issuers are still making; only the unlocked wallet tells. */
function Making() {
  const t = useTexts();
  const { lock, language, faces } = useWallet();
  const [waiting, setWaiting] = useState<WaitingCredential[]>([]);
  useEffect(() => {
    const key = openDataKey();
    if (key) void openWaiting(key).then(setWaiting);
    else setWaiting([]);
  }, [lock, faces]);
  return (
    <>
      {waiting.map(({ id, title }) => (
        <Notice key={id} tone="info" title={t.receive.makingTitle(phraseOf(title, language).text)} id="making"><p>{t.receive.makingText}</p></Notice>
      ))}
    </>
  );
}

function CardLink({ face }: { face: Face }) {
  const path = `/card/${encodeURIComponent(face.id)}`;
  return (
    <a class="card-link" href={path} onClick={event => follow(event, path)} data-testid="card-link" data-vct={face.vct}>
      <CardFace face={face} />
    </a>
  );
}

/** Below and apart from the real cards. */
function TakenDemoCard() {
  const t = useTexts();
  return (
    <section>
      <h2>{t.demoCard.kept}</h2>
      <a class="card-link card-list" href="/demo-card" onClick={event => follow(event, '/demo-card')} data-testid="demo-card">
        <CardFace face={demoFace} title={{ text: t.demoCard.cardTitle }} />
      </a>
    </section>
  );
}

function Empty() {
  const t = useTexts();
  const { config } = useWallet();
  return (
    <section class="empty" data-testid="empty">
      <span class="empty-emblem"><Icon name="cards" /></span>
      <h2>{t.home.emptyTitle}</h2>
      {config && (
        <>
          <p>{t.home.emptyText(config.town.name)}</p>
          <a class="button" href={`${config.town.portal}/citizen-id`} data-testid="get-citizen-id">{t.home.getCitizenId}</a>
        </>
      )}
    </section>
  );
}
