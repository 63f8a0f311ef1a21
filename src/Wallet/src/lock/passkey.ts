import { read, write } from '../storage/database';
import { createDataKey, unwrapDataKey } from './dataKey';
import type { LockRecord, PasskeyMethod } from './lockRecord';

/** The browser knows passkeys (it may still have no authenticator). */
export const passkeysPossible = () => typeof PublicKeyCredential === 'function' && isSecureContext;

/** Nobody confirmed, or the dialogue was closed. */
export class PasskeyDeclined extends Error {}

/** Makes a passkey for this host and locks the wallet with it. */
export async function setUpPasskey(displayName: string): Promise<CryptoKey> {
  const salt = random(32);
  const created = await ask(() => navigator.credentials.create({ publicKey: creation(salt, displayName) }));
  const results = created.getClientExtensionResults().prf;
  const prf = results?.enabled === true || results?.results !== undefined;
  const method: PasskeyMethod = { kind: 'passkey', credentialId: new Uint8Array(created.rawId), salt, prf };
  // Some authenticators give the secret only at an assertion.
  const secret = prf ? results?.results?.first ?? await assert(method) : gateOnly(method);
  const lock: LockRecord = { id: 'lock', method, ...await createDataKey(secret) };
  const dataKey = await unwrapDataKey(lock, secret);
  if (!dataKey) throw new Error('a new data key does not open');
  await write('lock', lock);
  return dataKey;
}

/** Asks for the passkey and opens the data key; undefined when the passkey yields another secret than at set-up. */
export async function tryPasskey(): Promise<CryptoKey | undefined> {
  const lock = await read('lock', 'lock');
  if (lock?.method.kind !== 'passkey') throw new Error('this wallet has no passkey');
  return unwrapDataKey(lock, await assert(lock.method));
}

/**
 * Without PRF the passkey yields no secret, so it cannot encrypt: it is only a gate in front of the non-extractable device
 * key. Whoever runs code of this origin in this browser profile could pass the gate; with PRF he could not.
 */
const gateOnly = (method: PasskeyMethod): BufferSource => method.salt;

async function assert(method: PasskeyMethod): Promise<BufferSource> {
  const credential = await ask(() => navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      rpId: location.hostname,
      allowCredentials: [{ type: 'public-key', id: method.credentialId }],
      userVerification: 'required',
      extensions: method.prf ? { prf: { eval: { first: method.salt } } } : {},
    },
  }));
  const response = credential.response as AuthenticatorAssertionResponse;
  const flags = new Uint8Array(response.authenticatorData)[32] ?? 0;
  const userVerified = 0x04;
  if ((flags & userVerified) === 0) throw new PasskeyDeclined('the user was not verified');
  if (!method.prf) return gateOnly(method);
  const secret = credential.getClientExtensionResults().prf?.results?.first;
  if (!secret) throw new PasskeyDeclined('the authenticator gave no secret');
  return secret;
}

function creation(salt: Uint8Array<ArrayBuffer>, displayName: string): PublicKeyCredentialCreationOptions {
  const es256 = -7;
  const rs256 = -257;
  return {
    rp: { id: location.hostname, name: displayName },
    // No account stands behind it: the passkey belongs to this wallet on this device.
    user: { id: random(16), name: displayName, displayName },
    challenge: random(32),
    pubKeyCredParams: [{ type: 'public-key', alg: es256 }, { type: 'public-key', alg: rs256 }],
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    extensions: { prf: { eval: { first: salt } } },
  };
}

async function ask(question: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const credential = await question();
    if (credential instanceof PublicKeyCredential) return credential;
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    throw new PasskeyDeclined(error.name);
  }
  throw new PasskeyDeclined('no credential');
}

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
