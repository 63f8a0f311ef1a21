import { useEffect, useState } from 'preact/hooks';
import { configuration } from '../configuration';
import { DemoMark } from '../parts/demoMark';
import { FailureNotice } from '../parts/failureNotice';
import { Icon } from '../parts/icon';
import { Progress } from '../parts/progress';
import { Screen } from '../parts/screen';
import { Unlock } from '../parts/unlock';
import { useTexts } from '../parts/useTexts';
import { Words } from '../parts/words';
import { ProtocolFailure, type Catalogue, type OfferedCredential } from '../protocol/contract';
import { loadProtocol, protocolContext } from '../protocolAccess';
import { follow } from '../routes';
import { phraseOf } from '../texts/languages';
import { useWallet } from '../wallet';

type Step = { at: 'loading' } | { at: 'listed'; catalogue: Catalogue } | { at: 'failed'; failure: unknown };

/** The cards the town issues, for a person who starts in the wallet. */
export function GetCard() {
  const t = useTexts();
  const { lock } = useWallet();
  const [step, setStep] = useState<Step>({ at: 'loading' });
  const ready = lock === 'unlocked';

  async function load(): Promise<void> {
    setStep({ at: 'loading' });
    try {
      const issuer = (await configuration())?.town.issuer;
      if (!issuer) throw new ProtocolFailure('network', undefined, 'config.json names no issuer');
      setStep({ at: 'listed', catalogue: await (await loadProtocol()).readCatalogue(issuer, await protocolContext()) });
    } catch (failure) {
      setStep({ at: 'failed', failure });
    }
  }

  useEffect(() => {
    if (ready) void load();
  }, [ready]);

  return (
    <Screen title={t.getCard.title} id="get-card" back busy={ready && step.at === 'loading'}>
      {!ready && <Unlock />}
      {ready && step.at === 'loading' && <Progress text={t.getCard.loading} />}
      {ready && step.at === 'failed' && <FailureNotice failure={step.failure} onRetry={() => void load()} />}
      {ready && step.at === 'listed' && <List catalogue={step.catalogue} />}
    </Screen>
  );
}

function List({ catalogue: { issuer, credentials } }: { catalogue: Catalogue }) {
  const t = useTexts();
  const { language } = useWallet();
  if (credentials.length === 0) return <p class="lead">{t.getCard.none}</p>;
  return (
    <>
      <p class="lead">{t.getCard.lead}</p>
      <ul class="card-list">
        {credentials.map(credential => {
          const path = invitation(issuer.id, credential);
          return (
            <li key={credential.configurationId}>
              <a class="choice" href={path} onClick={event => follow(event, path)} data-testid="available" data-configuration={credential.configurationId}>
                <Icon name="cards" />
                <span>
                  <strong><Words of={phraseOf(credential.title, language)} />{issuer.demo && <DemoMark />}</strong>
                  {credential.format === 'mso_mdoc' && <small>{t.getCard.asMdoc}</small>}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** An offer to oneself: without grants, so that the issuer asks the person. It opens the same screen as every other offer. */
function invitation(issuer: string, { configurationId }: OfferedCredential): string {
  const offer = { credential_issuer: issuer, credential_configuration_ids: [configurationId] };
  return `/receive?${new URLSearchParams({ credential_offer: JSON.stringify(offer) })}`;
}
