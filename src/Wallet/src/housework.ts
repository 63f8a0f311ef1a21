import { keepTownInformed } from './loss/upkeep';
import type { Context, Issued, StoredCredential, WaitingCredential } from './protocol/contract';
import { ProtocolFailure } from './protocol/contract';
import { loadProtocol, protocolContext } from './protocolAccess';
import { keepIssued, noteIssuer } from './receiving';
import { needsCopies, openCards, replaceCopies, stopRenewal } from './storage/cards';
import { unlessShown } from './storage/shownCopies';
import { dropWaiting, keepWaiting, openWaiting } from './storage/waitingCards';
import { refreshFaces, requireDataKey, walletState } from './wallet';

/** A refill that failed is tried again after an hour at the earliest. */
const patience = 3600;
const notBefore = new Map<string, number>();
let running = false;

/** One tab at a time: two that redeem the same transaction would both be refused. */
export async function keepHouse(): Promise<void> {
  if (running) return;
  running = true;
  try {
    await navigator.locks.request('housekeeping', { ifAvailable: true }, lock => (lock ? tidyUp() : undefined));
  } catch (failure) {
    // The wallet was locked in the midst of it: the rest is done the next time.
    if (walletState().lock === 'unlocked') throw failure;
  } finally {
    running = false;
  }
}

/** Tells the town at once what changed, after whatever another tab is doing. */
export async function tellTown(key: CryptoKey): Promise<void> {
  await navigator.locks.request('housekeeping', () => keepTownInformed(key));
}

async function tidyUp(): Promise<void> {
  const key = requireDataKey();
  const now = Math.floor(Date.now() / 1000);
  for (const waiting of await openWaiting(key)) if (waiting.askAgainAt <= now) await fetchWaiting(key, waiting);
  for (const card of await openCards(key)) if (needsCopies(card) && (notBefore.get(card.id) ?? 0) <= now) await unlessShown(() => refillCard(key, card));
  await keepTownInformed(key);
}

async function fetchWaiting(key: CryptoKey, waiting: WaitingCredential): Promise<void> {
  let issued: Issued;
  try {
    issued = await (await loadProtocol()).askAgain(waiting, await protocolContext());
  } catch (failure) {
    if (!(failure instanceof ProtocolFailure)) throw failure;
    if (failure.kind === 'network' || walletState().lock !== 'unlocked') return;
    await dropWaiting(key, waiting.id);
    return noteIssuer(key, 'failed', waiting.issuer, [waiting.title]);
  }
  if (issued.waiting[0]) return keepWaiting(key, issued.waiting[0]);
  await keepIssued(key, issued);
  await dropWaiting(key, waiting.id);
  await refreshFaces();
}

async function refillCard(key: CryptoKey, card: StoredCredential): Promise<void> {
  if (walletState().lock !== 'unlocked') return;
  let context: Context | undefined;
  try {
    context = await protocolContext();
    await replaceCopies(key, card, await (await loadProtocol()).refill(card, context));
    await noteIssuer(key, 'renewed', card.issuer, [card.display.title]);
    await refreshFaces();
  } catch (failure) {
    if (!(failure instanceof ProtocolFailure)) throw failure;
    notBefore.set(card.id, Math.floor(Date.now() / 1000) + patience);
    if (failure.kind === 'network' || walletState().lock !== 'unlocked') return;
    // The issuer gives no more: asking again would only tell it that the card is still here.
    if (failure.kind === 'expired') await stopRenewal(key, card, context!.keys);
    await noteIssuer(key, 'not-renewed', card.issuer, [card.display.title]);
  }
}
