import { useEffect, useState } from 'preact/hooks';
import { ClaimList } from '../parts/claimList';
import { DemoMark } from '../parts/demoMark';
import { FailureNotice } from '../parts/failureNotice';
import { Notice } from '../parts/notice';
import { Peer } from '../parts/peer';
import { Progress } from '../parts/progress';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { Words } from '../parts/words';
import { ProtocolFailure, type OfferedCredential, type OfferSession } from '../protocol/contract';
import { loadProtocol, protocolContext } from '../protocolAccess';
import { noteIfUnlocked, takeIssued } from '../receiving';
import { follow, go } from '../routes';
import { takeAnnouncement } from '../storage/announcement';
import { keepPending } from '../storage/pendingAuthorizations';
import { claimLabel } from '../texts/format';
import { phraseOf } from '../texts/languages';
import { requireDataKey, useWallet } from '../wallet';
import { keepingWayBack } from '../wayBack';

type Step =
  | { at: 'opening' }
  | { at: 'offered'; offer: OfferSession; wrongCode: boolean }
  | { at: 'fetching'; announced: boolean }
  | { at: 'leaving' }
  | { at: 'declined' }
  | { at: 'failed'; failure: unknown };

/** An issuer offers a card: who, what is on it, accept or decline. An announced offer is accepted without a further tap. */
export function Receive({ link }: { link: URL }) {
  const t = useTexts();
  const { lock } = useWallet();
  const [step, setStep] = useState<Step>({ at: 'opening' });
  const ready = lock === 'unlocked';

  async function open(): Promise<void> {
    setStep({ at: 'opening' });
    try {
      const offer = await (await loadProtocol()).openOffer(link, await protocolContext());
      if (await takeAnnouncement(offer)) await accept(offer, undefined, true);
      else setStep({ at: 'offered', offer, wrongCode: false });
    } catch (failure) {
      setStep({ at: 'failed', failure });
    }
  }

  async function accept(offer: OfferSession, code?: string, announced = false): Promise<void> {
    setStep({ at: 'fetching', announced });
    try {
      // Taken before: a lock that falls shut meanwhile must not lose the cards.
      const key = requireDataKey();
      go(keepingWayBack(await takeIssued(key, await offer.accept(code)), link), 'replace');
    } catch (failure) {
      if (failure instanceof ProtocolFailure && failure.kind === 'wrong-code') return setStep({ at: 'offered', offer, wrongCode: true });
      await noteOffer('failed', offer);
      setStep({ at: 'failed', failure });
    }
  }

  async function leave(offer: OfferSession): Promise<void> {
    setStep({ at: 'leaving' });
    try {
      const { address, pending } = await offer.leave();
      await keepPending(requireDataKey(), pending);
      location.assign(address);
    } catch (failure) {
      await noteOffer('failed', offer);
      setStep({ at: 'failed', failure });
    }
  }

  async function decline(offer: OfferSession): Promise<void> {
    await noteOffer('declined', offer);
    setStep({ at: 'declined' });
  }

  useEffect(() => {
    if (ready && step.at === 'opening') void open();
  }, [ready]);

  return (
    <Screen title={t.receive.title} id="receive" back busy={step.at === 'opening' || step.at === 'fetching' || step.at === 'leaving'}>
      {ready ? renderStep() : <Unlock />}
    </Screen>
  );

  function renderStep() {
    switch (step.at) {
      case 'opening': return <Progress text={t.receive.opening} />;
      case 'fetching': return <Progress text={step.announced ? t.receive.fetchingAnnounced : t.receive.fetching} />;
      case 'leaving': return <Progress text={t.receive.leaving} />;
      case 'failed': return <FailureNotice failure={step.failure} onRetry={() => void open()} />;
      case 'declined': return <Declined />;
      case 'offered': {
        const { offer, wrongCode } = step;
        const onAccept = (code?: string) => void (offer.signIn ? leave(offer) : accept(offer, code));
        return <Offer offer={offer} wrongCode={wrongCode} onAccept={onAccept} onDecline={() => void decline(offer)} />;
      }
    }
  }
}

const noteOffer = (what: 'declined' | 'failed', { issuer, credentials }: OfferSession) => noteIfUnlocked(what, issuer, credentials.map(c => c.title));

interface OfferProps {
  offer: OfferSession;
  wrongCode: boolean;
  onAccept: (code?: string) => void;
  onDecline: () => void;
}

function Offer({ offer, wrongCode, onAccept, onDecline }: OfferProps) {
  const t = useTexts();
  const [code, setCode] = useState('');
  const { language } = useWallet();
  const { issuer, credentials, transactionCode, signIn, copies } = offer;

  function submit(event: Event): void {
    event.preventDefault();
    onAccept(transactionCode ? code.trim() : undefined);
  }

  return (
    <form onSubmit={submit} class="stack">
      <Peer
        peer={issuer} trustedText={t.receive.trusted(issuer.host)} untrustedText={t.receive.untrusted} untrustedHint={t.receive.untrustedHint}
        byText={issuer.by && t.receive.by(phraseOf(issuer.by, language).text)}
      />
      {credentials.map(credential => <Offered key={credential.configurationId} credential={credential} demo={issuer.demo} />)}
      {transactionCode && (
        <label class="field">
          <span>{t.receive.codeLabel}</span>
          <small id="code-hint">{t.receive.codeHint}</small>
          <input
            data-testid="transaction-code" required autocomplete="one-time-code" inputMode={transactionCode.numeric ? 'numeric' : 'text'}
            maxLength={transactionCode.length} value={code} onInput={event => setCode(event.currentTarget.value)}
            aria-invalid={wrongCode} aria-describedby="code-hint"
          />
        </label>
      )}
      {wrongCode && <Notice tone="warning" urgent id="wrong-code"><p>{t.receive.wrongCode}</p></Notice>}
      {copies > 1 && <p class="small" data-testid="copies" data-count={copies}>{t.receive.copies(copies)}</p>}
      {signIn && <p data-testid="sign-in-hint">{t.receive.signInHint(signIn.host)}</p>}
      {!issuer.trusted && (
        <label class="choice">
          <input type="checkbox" required data-testid="unknown-consent" />
          <span>{t.receive.unknownConsent}</span>
        </label>
      )}
      <div class="actions sticky">
        <button type="submit" class="button" data-testid="accept">{signIn ? t.receive.signIn(signIn.host) : t.receive.accept}</button>
        <button type="button" class="button secondary" onClick={onDecline} data-testid="decline">{t.receive.decline}</button>
      </div>
    </form>
  );
}

function Offered({ credential, demo }: { credential: OfferedCredential; demo: boolean }) {
  const t = useTexts();
  const { language } = useWallet();
  return (
    <section class="panel" data-testid="offered" data-configuration={credential.configurationId}>
      <h2><Words of={phraseOf(credential.title, language)} />{demo && <DemoMark />}</h2>
      {credential.claims.length > 0 && (
        <>
          <p class="small">{t.receive.contains}</p>
          <ClaimList
            id="offered-claims"
            lines={credential.claims.filter(c => c.path.length === depthOf(credential)).map(c => ({ label: claimLabel(c.path, credential, language, t) }))}
          />
        </>
      )}
    </section>
  );
}

// An mdoc's elements stand one level deeper, in their name space.
const depthOf = ({ format }: OfferedCredential) => (format === 'mso_mdoc' ? 2 : 1);

function Declined() {
  const t = useTexts();
  return (
    <>
      <Notice tone="info" title={t.receive.declined} urgent id="declined"><p>{t.receive.declinedText}</p></Notice>
      <a class="button" href="/" onClick={event => follow(event, '/')}>{t.toHome}</a>
    </>
  );
}
