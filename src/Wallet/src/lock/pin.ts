import { read, write } from '../storage/database';
import { createDataKey, unwrapDataKey } from './dataKey';
import type { LockRecord, PinMethod } from './lockRecord';

/** OWASP's figure for PBKDF2-HMAC-SHA-256 (2023). */
const iterations = 600_000;
const longestWait = 60 * 60_000;

export const pinPattern = /^\d{6,12}$/;

/** Not opened: the PIN was wrong, or it was too early to try it. */
export type PinResult = { dataKey: CryptoKey } | { wrong: boolean; waitUntil: number };

/** Makes the lock and returns the data key. */
export async function setUpPin(pin: string): Promise<CryptoKey> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const method: PinMethod = { kind: 'pin', salt, iterations, failed: 0, waitUntil: 0 };
  const secret = await derive(pin, method);
  const lock: LockRecord = { id: 'lock', method, ...await createDataKey(secret) };
  const dataKey = await unwrapDataKey(lock, secret);
  if (!dataKey) throw new Error('a new data key does not open');
  await write('lock', lock);
  return dataKey;
}

/**
 * Tries a PIN. The failure is counted before the attempt and taken back after success: closing the page in the middle wins
 * nothing. Each failure doubles the wait: 1 s, 2 s, 4 s … up to an hour.
 */
export async function tryPin(pin: string): Promise<PinResult> {
  const lock = await read('lock', 'lock');
  if (lock?.method.kind !== 'pin') throw new Error('this wallet has no PIN');
  const { method } = lock;
  if (Date.now() < method.waitUntil) return { wrong: false, waitUntil: method.waitUntil };

  const failed = method.failed + 1;
  const waitUntil = Date.now() + Math.min(1000 * 2 ** (failed - 1), longestWait);
  await write('lock', { ...lock, method: { ...method, failed, waitUntil } });
  const dataKey = await unwrapDataKey(lock, await derive(pin, method));
  if (!dataKey) return { wrong: true, waitUntil };
  await write('lock', { ...lock, method: { ...method, failed: 0, waitUntil: 0 } });
  return { dataKey };
}

async function derive(pin: string, { salt, iterations: rounds }: PinMethod): Promise<ArrayBuffer> {
  const material = await crypto.subtle.importKey('raw', new TextEncoder().encode(pin), 'PBKDF2', false, ['deriveBits']);
  return crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds }, material, 256);
}
