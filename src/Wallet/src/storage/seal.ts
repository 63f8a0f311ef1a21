/** A value encrypted with the data key. */
export interface Sealed {
  id: string;
  iv: Uint8Array<ArrayBuffer>;
  ciphertext: ArrayBuffer;
}

// The place is part of what is authenticated: a record moved to another id or store does not open.
const place = (store: string, id: string) => new TextEncoder().encode(`${store}/${id}`);

/** Encrypts `value` as JSON with AES-256-GCM under a fresh 96-bit nonce. */
export async function seal(dataKey: CryptoKey, store: string, id: string, value: unknown): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(value));
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: place(store, id) }, dataKey, plain);
  return { id, iv, ciphertext };
}

/** The value again; fails when key, place or bytes differ. */
export async function unseal<T>(dataKey: CryptoKey, store: string, sealed: Sealed): Promise<T> {
  const algorithm = { name: 'AES-GCM', iv: sealed.iv, additionalData: place(store, sealed.id) };
  const plain = await crypto.subtle.decrypt(algorithm, dataKey, sealed.ciphertext);
  return JSON.parse(new TextDecoder().decode(plain)) as T;
}

/** A private key, wrapped as PKCS #8 with AES-256-GCM; its bytes are never seen by this code. */
export async function wrapPrivateKey(dataKey: CryptoKey, store: string, id: string, key: CryptoKey): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const ciphertext = await crypto.subtle.wrapKey('pkcs8', key, dataKey, { name: 'AES-GCM', iv, additionalData: place(store, id) });
  return { id, iv, ciphertext };
}

/** The private key again, to sign with and not to read; fails when data key, place or bytes differ. */
export function unwrapPrivateKey(dataKey: CryptoKey, store: string, sealed: Sealed, algorithm: EcKeyImportParams): Promise<CryptoKey> {
  const wrapping = { name: 'AES-GCM', iv: sealed.iv, additionalData: place(store, sealed.id) };
  return crypto.subtle.unwrapKey('pkcs8', sealed.ciphertext, dataKey, wrapping, algorithm, false, ['sign']);
}
