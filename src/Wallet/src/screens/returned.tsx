import { useEffect, useState } from 'preact/hooks';
import { FailureNotice } from '../parts/failureNotice';
import { Notice } from '../parts/notice';
import { Progress } from '../parts/progress';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { loadProtocol, protocolContext } from '../protocolAccess';
import { takeIssued } from '../receiving';
import { follow, go } from '../routes';
import { takePending } from '../storage/pendingAuthorizations';
import { requireDataKey, useWallet } from '../wallet';

type Step = { at: 'fetching' } | { at: 'stray' } | { at: 'failed'; failure: unknown };

/** The browser comes back from an issuer's page: the answer is good for one request of this wallet, once. */
export function Returned({ address }: { address: URL }) {
  const t = useTexts();
  const { lock } = useWallet();
  const [step, setStep] = useState<Step>({ at: 'fetching' });
  const ready = lock === 'unlocked';

  async function finish(): Promise<void> {
    // Neither the address bar nor the history keeps the code.
    history.replaceState(null, '', address.pathname);
    try {
      const key = requireDataKey();
      const pending = await takePending(key, address.searchParams.get('state') ?? '');
      if (!pending) return setStep({ at: 'stray' });
      go(await takeIssued(key, await (await loadProtocol()).finishAuthorization(address, pending, await protocolContext())), 'replace');
    } catch (failure) {
      setStep({ at: 'failed', failure });
    }
  }

  useEffect(() => {
    if (ready) void finish();
  }, [ready]);

  return (
    <Screen title={t.receive.title} id="receive" back busy={step.at === 'fetching'}>
      {!ready && step.at === 'fetching' && <Unlock />}
      {ready && step.at === 'fetching' && <Progress text={t.receive.fetching} />}
      {step.at === 'failed' && <FailureNotice failure={step.failure} />}
      {step.at === 'stray' && <Notice tone="warning" title={t.receive.strayTitle} urgent id="stray"><p>{t.receive.strayText}</p></Notice>}
      {step.at !== 'fetching' && <a class="button" href="/" onClick={event => follow(event, '/')}>{t.toHome}</a>}
    </Screen>
  );
}
