/** How the data key is kept while the wallet is locked. */
export interface LockRecord {
  id: 'lock';
  /** HMAC-SHA-256, non-extractable: binds the wrapped key to this browser, so a copied PIN or record opens nothing elsewhere. */
  deviceKey: CryptoKey;
  /** The data key, wrapped with AES-256-GCM. */
  wrapped: ArrayBuffer;
  iv: Uint8Array<ArrayBuffer>;
  method: PinMethod | PasskeyMethod;
}

export interface PinMethod {
  kind: 'pin';
  salt: Uint8Array<ArrayBuffer>;
  iterations: number;
  /** Wrong attempts since the last success. */
  failed: number;
  /** No attempt before this moment; milliseconds. */
  waitUntil: number;
}

export interface PasskeyMethod {
  kind: 'passkey';
  credentialId: Uint8Array<ArrayBuffer>;
  salt: Uint8Array<ArrayBuffer>;
  /** The authenticator derives a secret (WebAuthn PRF); without it the passkey is only a gate. */
  prf: boolean;
}
