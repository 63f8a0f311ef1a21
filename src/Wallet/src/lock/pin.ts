import { eraseEverything } from '../storage/database';
import { keepSetting } from '../storage/settings';
import { createDataKey, createDeviceKey, unwrapDataKey, wrapDataKey, type Purpose } from './dataKey';
import type { PinWay } from './lockRecord';
import { changeLock, keepLock, readLock, requireLock } from './lockStore';
import { isOfToday, stretched, today } from './stretch';

const longestWait = 60 * 60_000;
/** From so many wrong PINs on the wallet says that it will erase itself … */
const warnFrom = 10;
/** … which it does at the so many-th. */
const eraseAt = 15;

export const pinPattern = /^\d{6,12}$/;

/** What is to be known before a PIN is typed. */
export interface PinTries {
  /** No attempt before this moment; milliseconds. */
  waitUntil: number;
  /** Wrong PINs until everything is erased; only set once the person has to be warned. */
  leftUntilErased?: number;
}

/** Opened; or the PIN was wrong; or it was too early to try it; or it was wrong once too often, and the wallet is empty. */
export type PinResult = { dataKey: CryptoKey } | ({ wrong: boolean } & PinTries) | { erased: true };

/** Makes the lock of a new wallet and returns the data key. */
export async function setUpPin(pin: string): Promise<CryptoKey> {
  const [master, deviceKey] = await Promise.all([createDataKey(), createDeviceKey()]);
  const { way, secret } = await pinWay(pin, master, deviceKey);
  const dataKey = await unwrapDataKey(way, deviceKey, secret, 'use');
  if (!dataKey) throw new Error('a new data key does not open');
  await keepLock({ id: 'lock', deviceKey, pin: way });
  return dataKey;
}

/** Adds a PIN, or puts another in its place; a passkey that is only a gate goes. `master` is the data key, opened to be rewrapped. */
export async function changePin(master: CryptoKey, pin: string): Promise<void> {
  const { way } = await pinWay(pin, master, (await requireLock()).deviceKey);
  await changeLock(({ passkey, ...lock }) => ({ ...lock, pin: way, ...(passkey?.prf && { passkey }) }));
}

/**
 * Tries a PIN. The failure is counted before the attempt and taken back after success: closing the page in the middle wins
 * nothing, nor does a second tab. Each failure doubles the wait: 1 s, 2 s, 4 s … up to an hour. The fifteenth erases everything.
 */
export async function tryPin(pin: string, purpose: Purpose = 'use'): Promise<PinResult> {
  const now = Date.now();
  const before = await changeLock(lock => lock.pin && mayTry(lock.pin, now) ? { ...lock, pin: counted(lock.pin, now) } : undefined);
  const way = before.pin;
  if (!way) throw new Error('this wallet has no PIN');
  // Somebody closed the page in the middle of the last attempt there was.
  if (way.failed >= eraseAt) return erase();
  if (!mayTry(way, now)) return { wrong: false, ...triesOf(way) };

  const secret = await stretched(pin, way.salt, way.stretch);
  const dataKey = await unwrapDataKey(way, before.deviceKey, secret, purpose);
  if (!dataKey) return counted(way, now).failed >= eraseAt ? erase() : { wrong: true, ...triesOf(counted(way, now)) };
  await changeLock(lock => lock.pin && { ...lock, pin: { ...lock.pin, failed: 0, waitUntil: 0 } });
  if (!isOfToday(way.stretch)) await stretchAnew(pin, way, before.deviceKey, secret);
  return { dataKey };
}

/** How it stands with the PIN, before one is tried. */
export async function pinTries(): Promise<PinTries> {
  const lock = await readLock();
  return lock?.pin ? triesOf(lock.pin) : { waitUntil: 0 };
}

const mayTry = ({ failed, waitUntil }: PinWay, now: number) => failed < eraseAt && now >= waitUntil;

function counted(way: PinWay, now: number): PinWay {
  const failed = way.failed + 1;
  return { ...way, failed, waitUntil: now + Math.min(1000 * 2 ** (failed - 1), longestWait) };
}

const triesOf = ({ failed, waitUntil }: PinWay): PinTries =>
  (failed < warnFrom ? { waitUntil } : { waitUntil, leftUntilErased: Math.max(0, eraseAt - failed) });

async function erase(): Promise<PinResult> {
  await eraseEverything();
  await keepSetting('erased', 'wrong-pins');
  return { erased: true };
}

async function pinWay(pin: string, master: CryptoKey, deviceKey: CryptoKey): Promise<{ way: PinWay; secret: BufferSource }> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const secret = await stretched(pin, salt, today);
  return { way: { ...await wrapDataKey(master, deviceKey, secret), stretch: today, salt, failed: 0, waitUntil: 0 }, secret };
}

/** The PIN was set when less was asked: now that it is known, it is stretched as a new one. */
async function stretchAnew(pin: string, way: PinWay, deviceKey: CryptoKey, secret: BufferSource): Promise<void> {
  const master = await unwrapDataKey(way, deviceKey, secret, 'rewrap');
  if (master) await changePin(master, pin);
}
