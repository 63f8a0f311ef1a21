import type { KeyVault } from '../protocol/contract';
import { erase, read, write } from './database';
import { unwrapPrivateKey, wrapPrivateKey } from './seal';

const ecdsa = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/**
 * Holder keys. What rests on the disk is wrapped with the data key; for the moment of a signature it is imported again, so that
 * the private half can be used but not read. `dataKey` throws while the wallet is locked: then nothing is made and nothing signed.
 */
export function holderKeys(dataKey: () => CryptoKey): KeyVault {
  return {
    async create(count) {
      const made = await Promise.all(Array.from({ length: count }, () => createKey(dataKey())));
      await write('keys', ...made.map(({ wrapped }) => wrapped));
      return made.map(({ wrapped, publicJwk }) => ({ keyId: wrapped.id, publicJwk }));
    },

    async sign(keyId, data) {
      const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, await openKey(dataKey(), keyId), new Uint8Array(data));
      return new Uint8Array(signature);
    },

    remove: keyIds => erase('keys', ...keyIds),
  };
}

async function createKey(dataKey: CryptoKey) {
  const pair = await crypto.subtle.generateKey(ecdsa, true, ['sign', 'verify']);
  const { kty, crv, x, y } = await crypto.subtle.exportKey('jwk', pair.publicKey);
  const wrapped = await wrapPrivateKey(dataKey, 'keys', crypto.randomUUID(), pair.privateKey);
  return { wrapped, publicJwk: { kty, crv, x, y } as JsonWebKey };
}

async function openKey(dataKey: CryptoKey, keyId: string): Promise<CryptoKey> {
  const kept = await read('keys', keyId);
  if (!kept) throw new Error(`holder key ${keyId} is gone`);
  return 'privateKey' in kept ? kept.privateKey : unwrapPrivateKey(dataKey, 'keys', kept, ecdsa);
}
