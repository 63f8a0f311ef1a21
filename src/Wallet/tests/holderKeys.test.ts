import { describe, expect, test } from 'vitest';
import { setUpPin } from '../src/lock/pin';
import { read, write, type EarlyHolderKey } from '../src/storage/database';
import { holderKeys } from '../src/storage/holderKeys';
import { unwrapPrivateKey, type Sealed } from '../src/storage/seal';
import { freshBrowser } from './fixtures/browser';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;
const es256 = { name: 'ECDSA', hash: 'SHA-256' } as const;
const bytes = new TextEncoder().encode('nonce');

async function verifies(publicJwk: JsonWebKey, signature: Uint8Array): Promise<boolean> {
  const key = await crypto.subtle.importKey('jwk', publicJwk, ecdsa, false, ['verify']);
  return crypto.subtle.verify(es256, key, new Uint8Array(signature), bytes);
}

/** A vault with one key, and what rests of that key on the disk. */
async function vault() {
  const dataKey = await setUpPin('123456');
  const keys = holderKeys(() => dataKey);
  const [made] = await keys.create(1);
  if (!made) throw new Error('no key');
  const kept = await read('keys', made.keyId);
  if (!kept || 'privateKey' in kept) throw new Error('the key is not wrapped');
  return { dataKey, keys, ...made, kept };
}

describe('holder keys', () => {
  freshBrowser();

  test('sign so that their public half verifies, and rest on the disk as ciphertext only', async () => {
    const { keys, keyId, publicJwk, kept } = await vault();
    expect(publicJwk).not.toHaveProperty('d');
    expect(Object.keys(kept).sort()).toEqual(['ciphertext', 'id', 'iv']);
    const signature = await keys.sign(keyId, bytes);
    expect(signature).toHaveLength(64);
    expect(await verifies(publicJwk, signature)).toBe(true);
  });

  test('come back from the disk to sign with, and not to read', async () => {
    const { dataKey, kept } = await vault();
    const key = await unwrapPrivateKey(dataKey, 'keys', kept, ecdsa);
    expect(key.extractable).toBe(false);
    expect(key.usages).toEqual(['sign']);
    await expect(crypto.subtle.exportKey('pkcs8', key)).rejects.toThrow();
  });

  test('do not open with the data key of another wallet', async () => {
    const { keyId, keys } = await vault();
    await keys.sign(keyId, bytes);
    const other = await setUpPin('123456');
    await expect(holderKeys(() => other).sign(keyId, bytes)).rejects.toThrow();
  });

  test.each<[string, (kept: Sealed, other: string) => Sealed]>([
    ['in the place of another key', (kept, other) => ({ ...kept, id: other })],
    ['with one bit changed', kept => ({ ...kept, ciphertext: withOneBitChanged(kept.ciphertext) })],
  ])('do not open %s', async (_, change) => {
    const { keys, keyId, kept } = await vault();
    await keys.sign(keyId, bytes);
    const changed = change(kept, 'another-id');
    await write('keys', changed);
    await expect(keys.sign(changed.id, bytes)).rejects.toThrow();
  });

  test('are neither made nor used while the wallet is locked', async () => {
    const { keyId } = await vault();
    const locked = holderKeys(() => {
      throw new Error('the wallet is locked');
    });
    await expect(locked.sign(keyId, bytes)).rejects.toThrow('locked');
    await expect(locked.create(1)).rejects.toThrow('locked');
  });

  test('of an early wallet, which cannot be wrapped, go on signing', async () => {
    const dataKey = await setUpPin('123456');
    const pair = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']);
    const early: EarlyHolderKey = { id: 'early', privateKey: pair.privateKey };
    await write('keys', early);
    const signature = await holderKeys(() => dataKey).sign('early', bytes);
    expect(await crypto.subtle.verify(es256, pair.publicKey, new Uint8Array(signature), bytes)).toBe(true);
  });
});

function withOneBitChanged(buffer: ArrayBuffer): ArrayBuffer {
  const changed = new Uint8Array(buffer.slice(0));
  changed[0] = (changed[0] ?? 0) ^ 1;
  return changed.buffer;
}
