import { toBase64Url } from '../protocol/bytes';
import { createDataKey, createDeviceKey, unwrapDataKey, wrapDataKey, type Purpose } from './dataKey';
import type { PasskeyWay } from './lockRecord';
import { changeLock, keepLock, requireLock } from './lockStore';

type Named = Pick<PasskeyWay, 'credentialId' | 'salt'>;

/** Nobody confirmed, or the dialogue was closed. */
export class PasskeyDeclined extends Error {}

/** The passkey yields no secret: it could stand before the wallet as a gate, but not encrypt it. */
export class PasskeyUnsuited extends Error {}

/**
 * This device may have a passkey that encrypts: the browser does not say that it lacks WebAuthn PRF, and the device verifies
 * its user. Whether it truly does shows when the passkey is made.
 */
export async function passkeyOffered(): Promise<boolean> {
  if (typeof PublicKeyCredential !== 'function' || !isSecureContext) return false;
  const capabilities = await PublicKeyCredential.getClientCapabilities?.();
  if (capabilities?.['extension:prf'] === false) return false;
  return PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
}

/** Makes a passkey for this host, the lock of a new wallet with it, and returns the data key. */
export async function setUpPasskey(displayName: string): Promise<CryptoKey> {
  const { named, secret } = await createPasskey(displayName);
  const [master, deviceKey] = await Promise.all([createDataKey(), createDeviceKey()]);
  const passkey: PasskeyWay = { ...named, prf: true, ...await wrapDataKey(master, deviceKey, secret) };
  const dataKey = await unwrapDataKey(passkey, deviceKey, secret, 'use');
  if (!dataKey) throw new Error('a new data key does not open');
  await keepLock({ id: 'lock', deviceKey, passkey });
  return dataKey;
}

/** Adds a passkey, or puts another in its place. `master` is the data key, opened to be rewrapped. */
export async function changePasskey(master: CryptoKey, displayName: string): Promise<void> {
  const { named, secret } = await createPasskey(displayName);
  const passkey: PasskeyWay = { ...named, prf: true, ...await wrapDataKey(master, (await requireLock()).deviceKey, secret) };
  const before = await changeLock(lock => ({ ...lock, passkey }));
  if (before.passkey) await forget(before.passkey.credentialId);
}

/** Asks for the passkey and opens the data key; undefined when the passkey yields another secret than at set-up. */
export async function tryPasskey(purpose: Purpose = 'use'): Promise<CryptoKey | undefined> {
  const { passkey, deviceKey } = await requireLock();
  if (!passkey) throw new Error('this wallet has no passkey');
  const secret = await assert(passkey, passkey.prf);
  // A gate of an early wallet: its "secret" lies open beside it.
  const dataKey = await unwrapDataKey(passkey, deviceKey, passkey.prf ? required(secret) : passkey.salt, purpose);
  // The owner is back: whoever guessed PINs meanwhile brings the wallet no nearer to its end.
  if (dataKey) await changeLock(lock => lock.pin && { ...lock, pin: { ...lock.pin, failed: 0, waitUntil: 0 } });
  return dataKey;
}

async function createPasskey(displayName: string): Promise<{ named: Named; secret: BufferSource }> {
  const salt = random(32);
  const created = await ask(() => navigator.credentials.create({ publicKey: creation(salt, displayName) }));
  const named = { credentialId: new Uint8Array(created.rawId), salt };
  const prf = created.getClientExtensionResults().prf;
  if (prf?.results?.first) return { named, secret: prf.results.first };
  // Some authenticators give the secret only at an assertion.
  const secret = prf?.enabled === true ? await assert(named, true) : undefined;
  if (secret) return { named, secret };
  await forget(named.credentialId);
  throw new PasskeyUnsuited('the authenticator has no PRF');
}

function required(secret: BufferSource | undefined): BufferSource {
  if (!secret) throw new PasskeyDeclined('the authenticator gave no secret');
  return secret;
}

async function assert(passkey: Named, prf: boolean): Promise<BufferSource | undefined> {
  const credential = await ask(() => navigator.credentials.get({
    publicKey: {
      challenge: random(32),
      rpId: location.hostname,
      allowCredentials: [{ type: 'public-key', id: passkey.credentialId }],
      userVerification: 'required',
      extensions: prf ? { prf: { eval: { first: passkey.salt } } } : {},
    },
  }));
  const response = credential.response as AuthenticatorAssertionResponse;
  const flags = new Uint8Array(response.authenticatorData)[32] ?? 0;
  const userVerified = 0x04;
  if ((flags & userVerified) === 0) throw new PasskeyDeclined('the user was not verified');
  return credential.getClientExtensionResults().prf?.results?.first;
}

/** Tells the device that a passkey is of no use any more, where the browser passes that on. */
async function forget(credentialId: Uint8Array<ArrayBuffer>): Promise<void> {
  await PublicKeyCredential.signalUnknownCredential?.({ rpId: location.hostname, credentialId: toBase64Url(credentialId) });
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
