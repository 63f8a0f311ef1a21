import type { WrappedDataKey } from './lockRecord';

/** `use`: the key seals and opens, and cannot be read. `rewrap`: it can also be wrapped for another way in, and is dropped after that. */
export type Purpose = 'use' | 'rewrap';

const aes = { name: 'AES-GCM', length: 256 } as const;
const usages: KeyUsage[] = ['encrypt', 'decrypt', 'wrapKey', 'unwrapKey'];

/** A fresh data key, still to be wrapped. */
export const createDataKey = (): Promise<CryptoKey> => crypto.subtle.generateKey(aes, true, usages);

/** A fresh key of this device; it never leaves the browser's key store. */
export const createDeviceKey = (): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'HMAC', hash: 'SHA-256', length: 256 }, false, ['sign']);

/** Wraps the data key so that only `secret` on the device of `deviceKey` opens it. */
export async function wrapDataKey(dataKey: CryptoKey, deviceKey: CryptoKey, secret: BufferSource): Promise<WrappedDataKey> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapped = await crypto.subtle.wrapKey('raw', dataKey, await wrappingKey(deviceKey, secret), { name: 'AES-GCM', iv });
  return { wrapped, iv };
}

/** The data key; undefined when the secret is the wrong one. */
export async function unwrapDataKey(kept: WrappedDataKey, deviceKey: CryptoKey, secret: BufferSource, purpose: Purpose): Promise<CryptoKey | undefined> {
  const key = await wrappingKey(deviceKey, secret);
  try {
    return await crypto.subtle.unwrapKey('raw', kept.wrapped, key, { name: 'AES-GCM', iv: kept.iv }, aes, purpose === 'rewrap', usages);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'OperationError') return undefined;
    throw error;
  }
}

async function wrappingKey(deviceKey: CryptoKey, secret: BufferSource): Promise<CryptoKey> {
  const bits = await crypto.subtle.sign('HMAC', deviceKey, secret);
  return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
}
