/** How the town comes to know this wallet: by a key of its own, and by what its emergency code leads to. */
import { toBase64Url } from '../protocol/bytes';
import { ProtocolFailure } from '../protocol/contract';
import { readObject } from '../protocol/signedToken';
import { holderKeys } from '../storage/holderKeys';
import {
  dropPendingRegistration, forgetTold, keepPendingRegistration, keepRegistration, openPendingRegistration, openRegistration, type PendingRegistration, type Registration,
} from '../storage/registration';
import { askTown, callTown } from '../townCalls';
import { accessOf } from './emergencyCode';

/** The wallet's registration; without an emergency code nobody can lock it from outside. */
export async function registered(dataKey: CryptoKey): Promise<Registration> {
  const known = await openRegistration(dataKey);
  if (known) return known;
  if (!await openPendingRegistration(dataKey)) await prepare(dataKey, nobodysAccess());
  await finishRegistration(dataKey);
  return (await openRegistration(dataKey))!;
}

/** True when the person has kept a code, whether or not the town has heard of it. */
export async function hasCode(dataKey: CryptoKey): Promise<boolean> {
  const known = [await openRegistration(dataKey), await openPendingRegistration(dataKey)];
  return known.some(registration => registration?.listKey !== undefined);
}

/**
 * The person has kept this code: the town hears of what it leads to as soon as it can be reached. An earlier code ends then, so whoever
 * has one shows anew who they are: `master` is the data key, opened to be rewrapped. An unlocked phone in wrong hands keeps its code.
 */
export async function takeCode(dataKey: CryptoKey, signs: string, master?: CryptoKey): Promise<void> {
  if (!master?.extractable && await hasCode(dataKey)) throw new TypeError('the code in force is replaced by its owner only');
  await prepare(dataKey, await accessOf(signs));
}

/** Takes the registration that waits to the town, if there is one. */
export async function finishRegistration(dataKey: CryptoKey): Promise<void> {
  const pending = await openPendingRegistration(dataKey);
  if (!pending) return;
  const { key, emergency, locator, listKey } = pending;
  const { wallet } = readObject(await (await askTown('/wallets', { method: 'POST', body: { key: key.publicJwk, emergency, locator } }, { dataKey, key })).text());
  if (typeof wallet !== 'string') throw new ProtocolFailure('malformed', 'wallet');
  const before = await openRegistration(dataKey);
  if (before && before.wallet !== wallet) await leave(dataKey, before);
  await forgetTold();
  await keepRegistration(dataKey, { wallet, key, ...(listKey !== undefined && { listKey }) });
  await dropPendingRegistration(dataKey);
}

async function prepare(dataKey: CryptoKey, access: Omit<PendingRegistration, 'key'>): Promise<void> {
  const vault = holderKeys(() => dataKey);
  // A code that was never told to the town goes with its key.
  const forgone = await dropPendingRegistration(dataKey);
  if (forgone) await vault.remove([forgone.key.keyId]);
  const [key] = await vault.create(1);
  await keepPendingRegistration(dataKey, { key: key!, ...access });
}

/** An earlier code, which somebody may have seen, leads nowhere any more: whoever types it learns that there is no such wallet. */
async function leave(dataKey: CryptoKey, before: Registration): Promise<void> {
  await callTown(dataKey, before, 'emergency', { method: 'PUT', body: nobodysAccess() });
  await callTown(dataKey, before, 'holdings', { method: 'PUT', body: { holdings: [] } });
  await callTown(dataKey, before, 'push', { method: 'DELETE' });
  await holderKeys(() => dataKey).remove([before.key.keyId]);
}

/** What no code leads to. */
function nobodysAccess(): Pick<PendingRegistration, 'emergency' | 'locator'> {
  const nobodys = () => toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  return { emergency: nobodys(), locator: nobodys() };
}
