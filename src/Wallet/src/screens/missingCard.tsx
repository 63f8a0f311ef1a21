import { Asker } from '../parts/asker';
import { Notice } from '../parts/notice';
import { useTexts } from '../parts/useTexts';
import type { RequestSession } from '../protocol/contract';
import { useWallet } from '../wallet';

/** The card that is asked for is not here: which one it is, and where to get it. */
export function MissingCard({ request, vcts, onRefuse }: { request: RequestSession; vcts: string[]; onRefuse: () => void }) {
  const t = useTexts();
  const { config } = useWallet();
  const kind = vcts.map(vct => t.kinds[vct]).find(name => name !== undefined) ?? t.present.missingUnknown;
  return (
    <>
      <Asker request={request} />
      <Notice tone="warning" title={t.present.missingTitle(kind)} urgent id="missing-card"><p>{t.present.missingText(kind)}</p></Notice>
      <div class="actions">
        {config && <a class="button" href={`${config.town.portal}/citizen-id`} data-testid="get-citizen-id">{t.present.toTown(config.town.name)}</a>}
        <button type="button" class="button secondary" onClick={onRefuse} data-testid="refuse">{t.present.decline}</button>
      </div>
    </>
  );
}
