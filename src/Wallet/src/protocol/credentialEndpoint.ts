/**
 * Requests to the issuer under an access token: credentials (OpenID4VCI 1.0 section 8), deferred ones (section 9), notifications
 * (section 11). Written here, because version 0.4.6 of `@openid4vc/openid4vci` reads no encrypted answer, uses no credential identifiers
 * and refuses a deferred answer that carries a notification id.
 */
import type { AuthorizationServer } from './authorizationServer';
import { ProtocolFailure, type Access } from './contract';
import { CredentialRefusal } from './failures';
import type { IssuerMetadata } from './issuerMetadata';
import { decryptResponse, encryptRequest, newResponseKey, planEncryption, responseEncryption, type EncryptionPlan } from './messageEncryption';
import { isObject, readObject } from './signedToken';

type Json = Record<string, unknown>;

export type Proofs = { jwt: string[] } | { attestation: string[] };

/** Either the credentials, or the promise of them. */
export type Delivery =
  | { kind: 'now'; credentials: string[]; notificationId: string | undefined }
  | { kind: 'later'; transactionId: string; interval: number };

export type NotificationEvent = 'credential_accepted' | 'credential_failure' | 'credential_deleted';

const encrypted = 'application/jwt';
const plain = 'application/json';
const longestInterval = 7 * 86_400;

export class CredentialEndpoint {
  readonly #issuer: IssuerMetadata['credentialIssuer'];
  readonly #server: AuthorizationServer;
  readonly #access: Access;
  readonly #plan: EncryptionPlan | undefined;

  constructor(metadata: IssuerMetadata, server: AuthorizationServer, access: Access) {
    this.#issuer = metadata.credentialIssuer;
    this.#server = server;
    this.#access = access;
    this.#plan = planEncryption(this.#issuer);
  }

  /** Section 8.2: by identifier where the token came with one, else by configuration id. `limit` is the number of keys. */
  async fetch(configurationId: string, proofs: Proofs, limit: number): Promise<Delivery> {
    const identifier = this.#access.identifiers[configurationId];
    const what = identifier === undefined ? { credential_configuration_id: configurationId } : { credential_identifier: identifier };
    return readDelivery(await this.#exchange(this.#issuer.credential_endpoint, { ...what, proofs }), limit);
  }

  /** Section 9.1. */
  async fetchDeferred(transactionId: string, limit: number): Promise<Delivery> {
    const endpoint = this.#issuer.deferred_credential_endpoint;
    if (!endpoint) throw new ProtocolFailure('malformed', 'deferred_credential_endpoint', 'missing');
    return readDelivery(await this.#exchange(endpoint, { transaction_id: transactionId }), limit);
  }

  /** Section 11.1. A courtesy: a lost notification changes nothing. */
  async notify(notificationId: string | undefined, event: NotificationEvent): Promise<void> {
    const endpoint = this.#issuer.notification_endpoint;
    if (notificationId === undefined || !endpoint) return;
    const body = JSON.stringify({ notification_id: notificationId, event });
    await this.#server.request(this.#access, endpoint, body, plain).catch(() => undefined);
  }

  async #exchange(endpoint: string, message: Json): Promise<Json> {
    const plan = this.#plan;
    const key = plan?.response === undefined ? undefined : await newResponseKey();
    const asked = key ? { ...message, credential_response_encryption: await responseEncryption(key, plan!.response!) } : message;
    const body = plan ? await encryptRequest(asked, plan.request) : JSON.stringify(asked);
    const response = await this.#server.request(this.#access, endpoint, body, plan ? encrypted : plain);
    const text = await response.text();
    if (!response.ok) throw new CredentialRefusal(response, text);
    if (!key) return readObject(text);
    // Section 8.3: an answer in the clear to a question for an encrypted one is no answer.
    if (typeOf(response) !== encrypted) throw new ProtocolFailure('untrusted', 'encryption', 'the answer is not encrypted');
    return decryptResponse(text, key, plan!.response!);
  }
}

function typeOf(response: Response): string | undefined {
  return response.headers.get('Content-Type')?.split(';')[0]?.trim().toLowerCase();
}

/** Section 8.3: credentials or a transaction, never both; never more credentials than there were keys. */
function readDelivery({ credentials, transaction_id: transactionId, interval, notification_id: notificationId }: Json, limit: number): Delivery {
  if (transactionId === undefined) return { kind: 'now', credentials: readCredentials(credentials, limit), notificationId: readId(notificationId) };
  if (credentials !== undefined) throw broken('transaction_id', 'beside credentials');
  if (typeof transactionId !== 'string' || transactionId === '') throw broken('transaction_id', 'not a text');
  if (typeof interval !== 'number' || interval <= 0) throw broken('interval', 'not a positive number');
  return { kind: 'later', transactionId, interval: Math.min(interval, longestInterval) };
}

function readCredentials(credentials: unknown, limit: number): string[] {
  if (!Array.isArray(credentials) || credentials.length === 0 || credentials.length > limit) throw broken('credentials', 'wrong number');
  return credentials.map((entry: unknown) => {
    const credential = isObject(entry) ? entry.credential : undefined;
    if (typeof credential !== 'string') throw broken('credentials', 'not a text');
    return credential;
  });
}

function readId(id: unknown): string | undefined {
  if (id !== undefined && (typeof id !== 'string' || id === '')) throw broken('notification_id', 'not a text');
  return id;
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
