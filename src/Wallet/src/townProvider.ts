/**
 * The town's word for this wallet and its keys (OpenID4VCI 1.0 appendices D and E), from the wallet's own host. Every call carries a DPoP
 * proof (RFC 9449) by the key the wallet is registered with; every key to be attested proves itself. Each authorization server sees a
 * key of its own: two of them cannot tell that they met the same wallet.
 */
import { fromBase64Url, toBase64Url } from './protocol/bytes';
import { ProtocolFailure, type KeptKey, type WalletAttestation, type WalletProvider } from './protocol/contract';
import { isObject, readObject } from './protocol/signedToken';
import { holderKey, SigningKeys } from './protocol/signingKeys';
import { limitedFetch } from './protocol/wire';
import { configuration } from './configuration';
import { holderKeys } from './storage/holderKeys';
import { keepRegistration, openRegistration, type Registration } from './storage/registration';
import { keepSealed, openSealed } from './storage/sealedSettings';
import { requireDataKey } from './wallet';

const vault = holderKeys(requireDataKey);
const instances = 'instance';
const attested = new Map<string, { attestation: WalletAttestation; until: number }>();
const marginSeconds = 60;

export const townProvider: WalletProvider = {
  async attestation(server, fresh) {
    const known = attested.get(server);
    if (known && !fresh && known.until > now() + marginSeconds) return known.attestation;
    const registration = await registered();
    const key = await instanceKey(server);
    const answer = await call(registration, 'attestations', { proof: await proofOf(key, registration) });
    const { jwt, clientId, until } = readAttestation(answer.wallet_attestation);
    const attestation = { jwt, clientId, key };
    attested.set(server, { attestation, until });
    return attestation;
  },

  async attestKeys(keys, nonce) {
    const registration = await registered();
    const proofs = await Promise.all(keys.map(key => proofOf(key, registration)));
    const { key_attestation: word } = await call(registration, 'key-attestations', { proofs, ...(nonce !== undefined && { nonce }) });
    if (typeof word !== 'string') throw new ProtocolFailure('malformed', 'key_attestation');
    return word;
  },
};

/** Registers the wallet when nothing has done so before; without an emergency code nobody can lock this registration from outside. */
async function registered(): Promise<Registration> {
  const known = await openRegistration(requireDataKey());
  if (known) return known;
  const [key] = await vault.create(1);
  const nobodys = () => toBase64Url(crypto.getRandomValues(new Uint8Array(32)));
  const { wallet } = await send('/wallets', key!, { key: key!.publicJwk, emergency: nobodys(), locator: nobodys() });
  if (typeof wallet !== 'string') throw new ProtocolFailure('malformed', 'wallet');
  const registration = { wallet, key: key! };
  await keepRegistration(requireDataKey(), registration);
  return registration;
}

async function instanceKey(server: string): Promise<KeptKey> {
  const known = await openSealed<KeptKey>(requireDataKey(), instances, server);
  if (known) return known;
  const [key] = await vault.create(1);
  await keepSealed(requireDataKey(), instances, server, key!);
  return key!;
}

function call({ wallet, key }: Registration, what: string, body: object): Promise<Record<string, unknown>> {
  return send(`/wallets/${encodeURIComponent(wallet)}/${what}`, key, body);
}

async function send(path: string, key: KeptKey, body: object): Promise<Record<string, unknown>> {
  const config = await configuration();
  if (!config) throw new ProtocolFailure('network', undefined, 'config.json was never loaded');
  const url = `${location.origin}${path}`;
  const headers = { 'Content-Type': 'application/json', DPoP: await dpop(key, url) };
  const response = await limitedFetch(config)(url, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw new ProtocolFailure('refused-by-peer', `http_${response.status}`, 'the town as wallet provider');
  return readObject(await response.text());
}

function dpop(key: KeptKey, htu: string): Promise<string> {
  const jti = toBase64Url(crypto.getRandomValues(new Uint8Array(16)));
  return sign(key, 'dpop+jwt', { htm: 'POST', htu, jti, iat: now() });
}

/** As for an issuer, with the wallet's id as nonce. */
function proofOf(key: KeptKey, { wallet }: Registration): Promise<string> {
  return sign(key, 'openid4vci-proof+jwt', { aud: location.origin, iat: now(), nonce: wallet });
}

function sign(key: KeptKey, typ: string, payload: object): Promise<string> {
  const keys = new SigningKeys(vault);
  const { jwk } = keys.lend(holderKey(key));
  return keys.signToken(jwk, { typ, alg: 'ES256', jwk }, payload);
}

/** Read, not checked: its word counts for others, not for us. */
function readAttestation(jwt: unknown): { jwt: string; clientId: string; until: number } {
  const payload: unknown = typeof jwt === 'string' ? JSON.parse(new TextDecoder().decode(fromBase64Url(jwt.split('.')[1] ?? ''))) : undefined;
  const { sub, exp } = isObject(payload) ? payload : {};
  if (typeof jwt !== 'string' || typeof sub !== 'string' || typeof exp !== 'number') throw new ProtocolFailure('malformed', 'wallet_attestation');
  return { jwt, clientId: sub, until: exp };
}

const now = () => Math.floor(Date.now() / 1000);
