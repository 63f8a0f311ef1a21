import type { KeyVault } from '../protocol/contract';
import { erase, read, write } from './database';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Holder keys in the browser's key store: the private half can be used, but never read, not even by this code. */
export const holderKeys: KeyVault = {
  async create(count) {
    const made = await Promise.all(Array.from({ length: count }, async () => {
      const pair = await crypto.subtle.generateKey(ecdsa, false, ['sign', 'verify']);
      const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
      return { id: crypto.randomUUID(), privateKey: pair.privateKey, publicJwk: { kty, crv, x, y } as JsonWebKey };
    }));
    await write('keys', ...made.map(({ id, privateKey }) => ({ id, privateKey })));
    return made.map(({ id, publicJwk }) => ({ keyId: id, publicJwk }));
  },

  async sign(keyId, data) {
    const key = await read('keys', keyId);
    if (!key) throw new Error(`holder key ${keyId} is gone`);
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key.privateKey, new Uint8Array(data));
    return new Uint8Array(signature);
  },

  remove: keyIds => erase('keys', ...keyIds),
};
