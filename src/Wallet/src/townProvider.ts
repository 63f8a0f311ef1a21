/**
 * The town's word for this wallet and its keys (OpenID4VCI 1.0 appendices D and E), from the wallet's own host. Every call carries a DPoP
 * proof (RFC 9449) by the key the wallet is registered with; every key to be attested proves itself. Each authorization server sees a
 * key of its own: two of them cannot tell that they met the same wallet.
 */
import { registered } from './loss/registering';
import { fromBase64Url } from './protocol/bytes';
import { ProtocolFailure, type KeptKey, type WalletAttestation, type WalletProvider } from './protocol/contract';
import { isObject, readObject } from './protocol/signedToken';
import { holderKeys } from './storage/holderKeys';
import type { Registration } from './storage/registration';
import { keepSealed, openSealed } from './storage/sealedSettings';
import { callTown, signWith } from './townCalls';
import { requireDataKey } from './wallet';

const vault = holderKeys(requireDataKey);
const instances = 'instance';
const attested = new Map<string, { wallet: string; attestation: WalletAttestation; until: number }>();
const marginSeconds = 60;

export const townProvider: WalletProvider = {
  async attestation(server, fresh) {
    const registration = await registered(requireDataKey());
    const known = attested.get(server);
    // A wallet that was erased and set up anew in the same page has other keys.
    if (known?.wallet === registration.wallet && !fresh && known.until > now() + marginSeconds) return known.attestation;
    const key = await instanceKey(server);
    const answer = await call(registration, 'attestations', { proof: await proofOf(key, registration) });
    const { jwt, clientId, until } = readAttestation(answer.wallet_attestation);
    const attestation = { jwt, clientId, key };
    attested.set(server, { wallet: registration.wallet, attestation, until });
    return attestation;
  },

  async attestKeys(keys, nonce) {
    const registration = await registered(requireDataKey());
    const proofs = await Promise.all(keys.map(key => proofOf(key, registration)));
    const { key_attestation: word } = await call(registration, 'key-attestations', { proofs, ...(nonce !== undefined && { nonce }) });
    if (typeof word !== 'string') throw new ProtocolFailure('malformed', 'key_attestation');
    return word;
  },
};

async function instanceKey(server: string): Promise<KeptKey> {
  const known = await openSealed<KeptKey>(requireDataKey(), instances, server);
  if (known) return known;
  const [key] = await vault.create(1);
  await keepSealed(requireDataKey(), instances, server, key!);
  return key!;
}

async function call(registration: Registration, what: string, body: object): Promise<Record<string, unknown>> {
  return readObject(await (await callTown(requireDataKey(), registration, what, { method: 'POST', body })).text());
}

/** As for an issuer, with the wallet's id as nonce. */
function proofOf(key: KeptKey, { wallet }: Registration): Promise<string> {
  return signWith({ dataKey: requireDataKey(), key }, 'openid4vci-proof+jwt', { aud: location.origin, iat: now(), nonce: wallet });
}

/** Read, not checked: its word counts for others, not for us. */
function readAttestation(jwt: unknown): { jwt: string; clientId: string; until: number } {
  const payload: unknown = typeof jwt === 'string' ? JSON.parse(new TextDecoder().decode(fromBase64Url(jwt.split('.')[1] ?? ''))) : undefined;
  const { sub, exp } = isObject(payload) ? payload : {};
  if (typeof jwt !== 'string' || typeof sub !== 'string' || typeof exp !== 'number') throw new ProtocolFailure('malformed', 'wallet_attestation');
  return { jwt, clientId: sub, until: exp };
}

const now = () => Math.floor(Date.now() / 1000);
