import { detailsOf } from '../crash';
import { ProtocolFailure } from '../protocol/contract';
import { follow } from '../routes';
import { Notice } from './notice';
import { useTexts } from './useTexts';

/** What failed, in a plain sentence, with the next step. */
export function FailureNotice({ failure, onRetry }: { failure: unknown; onRetry?: () => void }) {
  const t = useTexts();
  const known = failure instanceof ProtocolFailure ? failure : undefined;
  const text = t.failure[known?.kind ?? 'unexpected'];
  const details = detailsOf(failure);
  return (
    <>
      <Notice tone="danger" title={text.title} urgent id="failure">
        <p data-kind={known?.kind ?? 'unexpected'}>{text.text}</p>
        {details && <details><summary>{t.details}</summary><p class="small">{details}</p></details>}
      </Notice>
      <div class="actions">
        {onRetry && <button type="button" class="button" onClick={onRetry} data-testid="retry">{t.retry}</button>}
        <a class="button secondary" href="/" onClick={event => follow(event, '/')} data-testid="to-cards">{t.toHome}</a>
      </div>
    </>
  );
}
