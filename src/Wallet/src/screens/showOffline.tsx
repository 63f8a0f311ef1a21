import { useEffect, useState } from 'preact/hooks';
import { ClaimList } from '../parts/claimList';
import { MovingCode } from '../parts/movingCode';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { useWakeLock } from '../parts/useWakeLock';
import type { StoredCredential } from '../protocol/contract';
import { shownToWardens } from '../protocol/offlinePresentation';
import { follow } from '../routes';
import { showing, type Showing } from '../showing';
import { whileShown } from '../storage/shownCopies';
import { claimLabel, formatClaim } from '../texts/format';
import { openDataKey, useWallet } from '../wallet';

/** Shows a permit to a warden whose device has no network, from one that has none: codes that say plate, zone and days, made anew while they are seen. */
export function ShowOffline({ id }: { id: string }) {
  const t = useTexts();
  const { lock } = useWallet();
  const shown = useShowing(id, lock === 'unlocked');
  useWakeLock();
  return (
    <Screen title={t.showOffline.title} id="show-offline" back busy={lock === 'unlocked' && shown === undefined}>
      {lock !== 'unlocked' && <Unlock reason={t.showOffline.unlock} />}
      {lock === 'unlocked' && shown === 'unable' && <p class="lead">{t.showOffline.unable}</p>}
      {lock === 'unlocked' && shown && shown !== 'unable' && <Codes {...shown} />}
      <a class="button secondary" href={`/card/${encodeURIComponent(id)}`} onClick={event => follow(event, `/card/${encodeURIComponent(id)}`)} data-testid="shown">{t.showOffline.done}</a>
    </Screen>
  );
}

interface Shown {
  card: StoredCredential;
  codes: string[];
}

/** Takes a copy when the wallet is open, and renews its codes until it is not. */
function useShowing(id: string, unlocked: boolean): Shown | 'unable' | undefined {
  const t = useTexts();
  const { language } = useWallet();
  const [shown, setShown] = useState<Shown | 'unable'>();
  useEffect(() => {
    const key = openDataKey();
    if (!key) return setShown(undefined);
    let current: Showing | undefined;
    let left = false;
    let leave = () => {};
    // Nobody waits for it: a warden stands there, and what fetches fresh copies needs a network.
    void whileShown(() => new Promise<void>(resolve => (leave = resolve)));
    const renew = () => void current?.codes().then(codes => !left && current && setShown({ card: current.card, codes }));
    void showing(key, id, { texts: t, language }).then(started => {
      current = started;
      if (started) renew();
      else setShown('unable');
    });
    const timer = setInterval(renew, renewMilliseconds);
    addEventListener('visibilitychange', renew);
    return () => {
      left = true;
      leave();
      clearInterval(timer);
      removeEventListener('visibilitychange', renew);
    };
  }, [id, unlocked]);
  return unlocked ? shown : undefined;
}

/** A quarter of the minute for which a warden believes a code. */
const renewMilliseconds = 15_000;

function Codes({ card, codes }: Shown) {
  const t = useTexts();
  const { language } = useWallet();
  const lines = shownToWardens.map(name => ({ label: claimLabel([name], card.display, language, t), value: formatClaim(card.claims[name], language, t) }));
  return (
    <>
      <p>{t.showOffline.lead}</p>
      <section class="to-warden"><MovingCode texts={codes} label={t.showOffline.title} /></section>
      <section>
        <h2>{t.showOffline.discloses}</h2>
        <ClaimList id="shown-claims" lines={lines} />
        <p class="small">{t.showOffline.nothingElse}</p>
      </section>
    </>
  );
}
