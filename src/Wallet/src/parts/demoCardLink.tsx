import { follow } from '../routes';
import { Icon } from './icon';
import { useTexts } from './useTexts';

/** The way to the card for showing somebody else how it works. */
export function DemoCardLink() {
  const t = useTexts();
  return (
    <a class="choice" href="/demo-card" onClick={event => follow(event, '/demo-card')} data-testid="to-demo-card">
      <Icon name="help" /><span><strong>{t.demoCard.open}</strong><small>{t.demoCard.openHint}</small></span>
    </a>
  );
}
