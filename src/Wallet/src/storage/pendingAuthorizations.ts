import type { PendingAuthorization } from '../protocol/contract';
import { holderKeys } from './holderKeys';
import { keepSealed, openAllSealed, takeSealed } from './sealedSettings';

const group = 'authorization';

/** Remembers, across the page load, what was asked on an issuer's page; requests that nobody came back from go with their keys. */
export async function keepPending(dataKey: CryptoKey, pending: PendingAuthorization): Promise<void> {
  const over = (await openAllSealed<PendingAuthorization>(dataKey, group)).filter(({ until }) => until <= Date.now() / 1000);
  for (const { id, dpop } of over) {
    await takeSealed(dataKey, group, id);
    if (dpop) await holderKeys(() => dataKey).remove([dpop.keyId]);
  }
  await keepSealed(dataKey, group, pending.id, pending);
}

/** The request an answer belongs to, once; nothing for an answer nobody asked for. */
export function takePending(dataKey: CryptoKey, state: string): Promise<PendingAuthorization | undefined> {
  return takeSealed<PendingAuthorization>(dataKey, group, state);
}
