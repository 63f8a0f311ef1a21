import { install, useInstallation } from '../installation';
import { follow } from '../routes';
import { Icon, type IconName } from './icon';
import { Notice } from './notice';
import { useTexts } from './useTexts';

const stepIcons: [IconName, IconName, IconName] = ['share', 'addToScreen', 'phone'];

/** The way to an app of its own, as far as this device has one; nothing where there is none. */
export function InstallOffer() {
  const t = useTexts();
  const installation = useInstallation();
  switch (installation) {
    case 'offered':
      return (
        <button type="button" class="choice" onClick={() => void install()} data-testid="install">
          <Icon name="phone" /><span><strong>{t.install.action}</strong><small>{t.install.text}</small></span>
        </button>
      );
    case 'by-hand': return <ByHand />;
    case 'done': return <Notice tone="success" id="installed"><p>{t.install.done}</p></Notice>;
    case 'ios-app': case 'none': return null;
  }
}

/** iPhone and iPad: no page can ask there, and the app has a store of its own, so it comes before anything is kept. */
function ByHand() {
  const t = useTexts();
  return (
    <section class="panel" data-testid="install-by-hand">
      <h2>{t.install.iosTitle}</h2>
      <p>{t.install.iosText}</p>
      <ol class="points">
        {t.install.iosSteps.map((step, index) => <li key={step}><Icon name={stepIcons[index] ?? 'check'} /><span>{step}</span></li>)}
      </ol>
    </section>
  );
}

/** In the app on an iPhone or iPad, links lead past it: a code is the way in. */
export function CodeFirst() {
  const t = useTexts();
  if (useInstallation() !== 'ios-app') return null;
  return (
    <section class="panel" data-testid="code-first">
      <h2>{t.install.scanTitle}</h2>
      <p>{t.install.scanText}</p>
      <a class="button" href="/scan" onClick={event => follow(event, '/scan')}><Icon name="scan" />{t.install.scanAction}</a>
    </section>
  );
}
