/** What the town has to tell this wallet: that it should look, and why in one word. The wallet itself knows about which card. */
import { ProtocolFailure } from '../protocol/contract';
import { isObject, readObject } from '../protocol/signedToken';
import { openRegistration, type Registration } from '../storage/registration';
import { callTown } from '../townCalls';
import { lockedElsewhere, noticed, walletState } from '../wallet';
import { noticeKinds, type TownNotice } from './noticeKinds';

const interval = 60_000;
/** By the data key in use: whoever unlocks the wallet is told at once. */
const lookedAt = new WeakMap<CryptoKey, number>();

/** Asks the town, at most once a minute. A wallet that was locked from outside ends here, at its next contact. */
export async function lookForNotices(dataKey: CryptoKey, registration: Registration): Promise<void> {
  if (Math.abs(Date.now() - (lookedAt.get(dataKey) ?? 0)) < interval) return;
  lookedAt.set(dataKey, Date.now());
  const { notices } = readObject(await (await callTown(dataKey, registration, 'notices', { method: 'GET' })).text());
  const found = Array.isArray(notices) ? notices.filter(isObject) : [];
  if (found.some(({ kind }) => kind === 'locked')) return lockedElsewhere();
  noticed(found.flatMap(readNotice));
}

/** The person has read it, and all of its kind. What the town does not hear now, it says once more. */
export async function dismissNotice(dataKey: CryptoKey, { kind }: TownNotice): Promise<void> {
  const { notices } = walletState();
  const read = notices.filter(notice => notice.kind === kind);
  noticed(notices.filter(notice => notice.kind !== kind));
  const registration = await openRegistration(dataKey);
  if (!registration) return;
  try {
    for (const { id } of read) await callTown(dataKey, registration, `notices/${encodeURIComponent(id)}`, { method: 'DELETE' });
  } catch (failure) {
    if (!(failure instanceof ProtocolFailure)) throw failure;
  }
}

// Of a kind that a later version knows nothing is said.
function readNotice({ id, kind }: Record<string, unknown>): TownNotice[] {
  const known = noticeKinds.find(one => one === kind);
  return known !== undefined && typeof id === 'string' ? [{ id, kind: known }] : [];
}
