import { answer, read, transact, write } from '../storage/database';
import type { EarlyLockRecord, LockRecord } from './lockRecord';

/** The lock; what an early wallet wrote reads as if it were written today. */
export async function readLock(): Promise<LockRecord | undefined> {
  const kept = await read('lock', 'lock');
  return kept && ofToday(kept);
}

/** The lock of a wallet that has one. */
export async function requireLock(): Promise<LockRecord> {
  const lock = await readLock();
  if (!lock) throw new Error('this wallet has no lock');
  return lock;
}

export const keepLock = (lock: LockRecord) => write('lock', lock);

/**
 * Changes the lock in one transaction, so that two tabs never overwrite each other's change. Returns it as it was before;
 * `change` may leave it alone by returning nothing.
 */
export function changeLock(change: (lock: LockRecord) => LockRecord | undefined): Promise<LockRecord> {
  return transact(['lock'], 'readwrite', async t => {
    const store = t.objectStore('lock');
    const kept = await answer<LockRecord | EarlyLockRecord | undefined>(store.get('lock'));
    if (!kept) throw new Error('this wallet has no lock');
    const before = ofToday(kept);
    const after = change(before);
    if (after) await answer(store.put(after));
    return before;
  });
}

function ofToday(kept: LockRecord | EarlyLockRecord): LockRecord {
  if (!('method' in kept)) return kept;
  const { id, deviceKey, wrapped, iv, method } = kept;
  if (method.kind === 'passkey') {
    const { credentialId, salt, prf } = method;
    return { id, deviceKey, passkey: { wrapped, iv, credentialId, salt, prf } };
  }
  const { salt, iterations, failed, waitUntil } = method;
  return { id, deviceKey, pin: { wrapped, iv, stretch: { name: 'pbkdf2', iterations }, salt, failed, waitUntil } };
}
