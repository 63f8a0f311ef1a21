/** How the data key is kept while the wallet is locked: wrapped once for each way in, of which there is at least one. */
export interface LockRecord {
  id: 'lock';
  /** HMAC-SHA-256, non-extractable: binds the wrapped key to this browser, so a copied PIN or record opens nothing elsewhere. */
  deviceKey: CryptoKey;
  pin?: PinWay;
  passkey?: PasskeyWay;
}

/** The data key, wrapped with AES-256-GCM under what device key and secret give together. */
export interface WrappedDataKey {
  wrapped: ArrayBuffer;
  iv: Uint8Array<ArrayBuffer>;
}

export interface PinWay extends WrappedDataKey {
  stretch: Stretch;
  salt: Uint8Array<ArrayBuffer>;
  /** Wrong attempts since the last success. */
  failed: number;
  /** No attempt before this moment; milliseconds. */
  waitUntil: number;
}

/** How a PIN becomes a key; `memory` in KiB. PBKDF2-HMAC-SHA-256 is read, but not written any more. */
export type Stretch =
  | { name: 'argon2id'; memory: number; passes: number; lanes: number }
  | { name: 'pbkdf2'; iterations: number };

export interface PasskeyWay extends WrappedDataKey {
  credentialId: Uint8Array<ArrayBuffer>;
  salt: Uint8Array<ArrayBuffer>;
  /** The authenticator derives a secret (WebAuthn PRF). False in early wallets only: there the passkey is a gate and encrypts nothing. */
  prf: boolean;
}

/** What wallets wrote that knew one way in only. */
export interface EarlyLockRecord extends WrappedDataKey {
  id: 'lock';
  deviceKey: CryptoKey;
  method:
    | { kind: 'pin'; salt: Uint8Array<ArrayBuffer>; iterations: number; failed: number; waitUntil: number }
    | { kind: 'passkey'; credentialId: Uint8Array<ArrayBuffer>; salt: Uint8Array<ArrayBuffer>; prf: boolean };
}
