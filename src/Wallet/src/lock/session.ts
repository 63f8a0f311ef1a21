import { answer, erase, read, transact, write } from '../storage/database';

/** The unlocked data key across page loads. The key is non-extractable: the record lets this origin decrypt, but not carry it off. */
export interface SessionRecord {
  id: 'session';
  dataKey: CryptoKey;
  /** Milliseconds. */
  until: number;
}

/** A wallet left alone locks after five minutes. */
export const sessionLength = 5 * 60_000;

/**
 * The data key while the session lasts; a record that is over, or lies further ahead than it may, is deleted, and so is one of
 * an early wallet, whose key wraps no holder keys.
 */
export async function resumeSession(): Promise<SessionRecord | undefined> {
  const session = await read('session', 'session');
  if (!session) return undefined;
  const remaining = session.until - Date.now();
  if (remaining > 0 && remaining <= sessionLength && session.dataKey.usages.includes('wrapKey')) return session;
  await endSession();
  return undefined;
}

/** Starts the session and returns its end. */
export async function startSession(dataKey: CryptoKey): Promise<number> {
  const until = Date.now() + sessionLength;
  await write('session', { id: 'session', dataKey, until });
  return until;
}

/** Moves the end of a session that still exists; one that was ended meanwhile (another tab locked) stays ended. */
export function extendSession(): Promise<number | undefined> {
  return transact(['session'], 'readwrite', async t => {
    const store = t.objectStore('session');
    const session = await answer<SessionRecord | undefined>(store.get('session'));
    if (!session) return undefined;
    const until = Date.now() + sessionLength;
    await answer(store.put({ ...session, until }));
    return until;
  });
}

export const endSession = () => erase('session', 'session');
