import type { LockRecord } from './lockRecord';

const aes = { name: 'AES-GCM', length: 256 } as const;

/** A fresh data key, wrapped so that only `secret` on this device opens it. */
export async function createDataKey(secret: BufferSource): Promise<Pick<LockRecord, 'deviceKey' | 'wrapped' | 'iv'>> {
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 } as const;
  const deviceKey = await crypto.subtle.generateKey(hmac, false, ['sign']);
  const dataKey = await crypto.subtle.generateKey(aes, true, ['encrypt', 'decrypt']);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.wrapKey('raw', dataKey, await wrappingKey(deviceKey, secret), { name: 'AES-GCM', iv });
  return { deviceKey, wrapped, iv };
}

/** The data key, from now on non-extractable; undefined when the secret is the wrong one. */
export async function unwrapDataKey(lock: LockRecord, secret: BufferSource): Promise<CryptoKey | undefined> {
  const key = await wrappingKey(lock.deviceKey, secret);
  try {
    return await crypto.subtle.unwrapKey('raw', lock.wrapped, key, { name: 'AES-GCM', iv: lock.iv }, aes, false, ['encrypt', 'decrypt']);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}

async function wrappingKey(deviceKey: CryptoKey, secret: BufferSource): Promise<CryptoKey> {
  const bits = await crypto.subtle.sign('HMAC', deviceKey, secret);
  return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
}
