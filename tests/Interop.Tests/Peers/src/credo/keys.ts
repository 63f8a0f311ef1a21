/** Credo's door to keys, with P-256 keys in memory: ES256 signatures and ECDH-ES encryption (node:crypto). */
import { createCipheriv, createDecipheriv, createHash, createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, randomBytes, randomUUID, sign, verify, type KeyObject } from 'node:crypto';
import type { AgentContext, Kms } from '@credo-ts/core';

type Jwk = Kms.KmsJwkPublic & { kid: string };
type Agreement = { keyId: string; externalPublicJwk: unknown; apu?: Uint8Array; apv?: Uint8Array };

const ciphers = { A128GCM: { name: 'aes-128-gcm', bytes: 16 }, A256GCM: { name: 'aes-256-gcm', bytes: 32 } } as const;
type CipherName = keyof typeof ciphers;

export class KeysInMemory implements Kms.KeyManagementService {
  readonly backend = 'memory';
  readonly #keys = new Map<string, KeyObject>();

  isOperationSupported(_: AgentContext, operation: Kms.KmsOperation): boolean {
    switch (operation.operation) {
      case 'createKey':
        return operation.type.kty === 'EC' && operation.type.crv === 'P-256';
      case 'importKey':
        return operation.privateJwk.kty === 'EC' && operation.privateJwk.crv === 'P-256';
      case 'sign':
      case 'verify':
        return operation.algorithm === 'ES256';
      case 'encrypt':
        return operation.encryption.algorithm in ciphers;
      case 'decrypt':
        return operation.decryption.algorithm in ciphers;
      default:
        return true;
    }
  }

  async getPublicKey(_: AgentContext, keyId: string): Promise<Kms.KmsJwkPublic | null> {
    const key = this.#keys.get(keyId);
    return key ? publicPart(keyId, key) : null;
  }

  async createKey<Type extends Kms.KmsCreateKeyType>(_: AgentContext, options: Kms.KmsCreateKeyOptions<Type>): Promise<Kms.KmsCreateKeyReturn<Type>> {
    return this.#keep(options.keyId, generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey) as Kms.KmsCreateKeyReturn<Type>;
  }

  async importKey<Key extends Kms.KmsJwkPrivate>(_: AgentContext, { privateJwk }: Kms.KmsImportKeyOptions<Key>): Promise<Kms.KmsImportKeyReturn<Key>> {
    return this.#keep(privateJwk.kid, createPrivateKey({ key: privateJwk as never, format: 'jwk' })) as unknown as Kms.KmsImportKeyReturn<Key>;
  }

  async deleteKey(_: AgentContext, { keyId }: Kms.KmsDeleteKeyOptions): Promise<boolean> {
    return this.#keys.delete(keyId);
  }

  async sign(_: AgentContext, { keyId, data }: Kms.KmsSignOptions): Promise<Kms.KmsSignReturn> {
    return { signature: new Uint8Array(sign('sha256', data, { key: this.#find(keyId), dsaEncoding: 'ieee-p1363' })) };
  }

  async verify(_: AgentContext, { key, data, signature }: Kms.KmsVerifyOptions): Promise<Kms.KmsVerifyReturn> {
    const publicJwk = (key.publicJwk ?? publicPart(key.keyId!, this.#find(key.keyId!))) as Kms.KmsJwkPublic;
    const verified = verify('sha256', data, { key: createPublicKey({ key: publicJwk as never, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }, signature);
    return verified ? { verified, publicJwk } : { verified };
  }

  async encrypt(_: AgentContext, { key, encryption, data }: Kms.KmsEncryptOptions): Promise<Kms.KmsEncryptReturn> {
    const { algorithm, aad } = encryption as { algorithm: CipherName; aad?: Uint8Array };
    const iv = randomBytes(12);
    const cipher = createCipheriv(ciphers[algorithm].name, this.#agree(key.keyAgreement as Agreement, algorithm), iv);
    if (aad) cipher.setAAD(aad);
    const encrypted = Buffer.concat([cipher.update(data), cipher.final()]);
    return { encrypted: new Uint8Array(encrypted), iv: new Uint8Array(iv), tag: new Uint8Array(cipher.getAuthTag()) };
  }

  async decrypt(_: AgentContext, { key, decryption, encrypted }: Kms.KmsDecryptOptions): Promise<Kms.KmsDecryptReturn> {
    const { algorithm, aad, iv, tag } = decryption as { algorithm: CipherName; aad?: Uint8Array; iv: Uint8Array; tag: Uint8Array };
    const decipher = createDecipheriv(ciphers[algorithm].name, this.#agree(key.keyAgreement as Agreement, algorithm), iv);
    if (aad) decipher.setAAD(aad);
    decipher.setAuthTag(tag);
    return { data: new Uint8Array(Buffer.concat([decipher.update(encrypted), decipher.final()])) };
  }

  randomBytes(_: AgentContext, { length }: Kms.KmsRandomBytesOptions): Kms.KmsRandomBytesReturn {
    return new Uint8Array(randomBytes(length));
  }

  #keep(keyId: string = randomUUID(), key: KeyObject): { keyId: string; publicJwk: Jwk } {
    this.#keys.set(keyId, key);
    return { keyId, publicJwk: publicPart(keyId, key) };
  }

  #find(keyId: string): KeyObject {
    const key = this.#keys.get(keyId);
    if (!key) throw new TypeError(`no key ${keyId}`);
    return key;
  }

  /** ECDH-ES with direct key agreement (RFC 7518 section 4.6.2). */
  #agree({ keyId, externalPublicJwk, apu, apv }: Agreement, algorithm: CipherName): Buffer {
    const { bytes } = ciphers[algorithm];
    const shared = diffieHellman({ privateKey: this.#find(keyId), publicKey: createPublicKey({ key: externalPublicJwk as never, format: 'jwk' }) });
    const rounds = [number(1), shared, prefixed(Buffer.from(algorithm)), prefixed(apu), prefixed(apv), number(bytes * 8)];
    return createHash('sha256').update(Buffer.concat(rounds)).digest().subarray(0, bytes);
  }
}

function publicPart(kid: string, key: KeyObject): Jwk {
  const { kty, crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  return { kty, crv, x, y, kid } as Jwk;
}

function number(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

function prefixed(value: Uint8Array = new Uint8Array()): Buffer {
  return Buffer.concat([number(value.length), value]);
}
