import { noticeKinds, type TownNotice } from '../loss/noticeKinds';
import { requireDataKey, useWallet } from '../wallet';
import { Notice } from './notice';
import { useTexts } from './useTexts';

/** What the town told this wallet, once for each kind, until its holder has read it. */
export function NoticeList() {
  const t = useTexts();
  const { notices, lock, config } = useWallet();
  if (lock !== 'unlocked') return null;
  const portal = config?.town.portal;
  return (
    <>
      {noticeKinds.flatMap(kind => notices.find(notice => notice.kind === kind) ?? []).map(notice => (
        <Notice key={notice.id} tone={notice.kind === 'ready' ? 'success' : 'info'} title={t.notices.titles[notice.kind]} id={`notice-${notice.kind}`}>
          <p>{t.notices.texts[notice.kind]}</p>
          {portal && leadsToPermit(notice) && <p><a href={`${portal}/permit/mine`}>{t.notices.toPermit}</a></p>}
          <p><button type="button" class="button secondary" onClick={() => void dismiss(notice)} data-testid="notice-read">{t.notices.read}</button></p>
        </Notice>
      ))}
    </>
  );
}

const leadsToPermit = ({ kind }: TownNotice) => kind === 'renewal' || kind === 'expiry';

async function dismiss(notice: TownNotice): Promise<void> {
  const { dismissNotice } = await import('../loss/notices');
  await dismissNotice(requireDataKey(), notice);
}
