/**
 * From phone to phone. The new one shows a key and two mailboxes as a QR code. Through the first the old one answers with a key of its own;
 * both then know a secret (ECDH on P-256) and show a number that follows from it (HKDF-SHA-256, RFC 5869). Only when the person has said on
 * the old one that the numbers are equal does the list go through the second, sealed (AES-GCM). The town passes bytes on.
 */
import { fromBase64Url, sha256, toBase64Url, utf8, type Bytes } from '../protocol/bytes';
import { ProtocolFailure } from '../protocol/contract';
import { readObject } from '../protocol/signedToken';
import { openCards } from '../storage/cards';
import { keepOutstanding, openOutstanding } from '../storage/losses';
import { askTown } from '../townCalls';
import { listed, missingFrom } from './listedCards';
import { openList, sealList, type LossList } from './lossList';

/** What the QR code of the new phone says. */
export interface Invitation {
  /** Takes the key of the old phone. */
  hello: string;
  /** Takes the list. */
  parcel: string;
  /** The public key of the new phone, an uncompressed point, base64url. */
  key: string;
}

interface Mailbox {
  mailbox: string;
  reader: string;
}

/** What both phones know and nobody else. */
interface Shared {
  /** Six digits to compare. */
  number: string;
  listKey: string;
}

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const;

/** The new phone's side. */
export class Arrival {
  readonly invitation: Invitation;
  readonly #hello: Mailbox;
  readonly #parcel: Mailbox;
  readonly #keys: CryptoKeyPair;
  #shared: Shared | undefined;

  private constructor(hello: Mailbox, parcel: Mailbox, keys: CryptoKeyPair, key: string) {
    this.invitation = { hello: hello.mailbox, parcel: parcel.mailbox, key };
    [this.#hello, this.#parcel, this.#keys] = [hello, parcel, keys];
  }

  static async begin(): Promise<Arrival> {
    const keys = await newKeys();
    return new Arrival(await openMailbox(), await openMailbox(), keys, await pointOf(keys));
  }

  /** The number, once the old phone has answered. */
  async number(): Promise<string | undefined> {
    const answer = await take(this.#hello);
    if (!answer) return undefined;
    this.#shared = await share(this.#keys, answer, fromBase64Url(this.invitation.key), answer);
    return this.#shared.number;
  }

  /**
   * The list, once the person has said on the old phone that the numbers are equal. What of it is not here stands as to be got again.
   *
   * @throws ProtocolFailure `malformed` when somebody else put something in
   */
  async list(dataKey: CryptoKey): Promise<LossList | undefined> {
    const sealed = this.#shared && await take(this.#parcel);
    if (!this.#shared || !sealed) return undefined;
    const list = await openList(this.#shared.listKey, sealed);
    const known = await openOutstanding(dataKey) ?? [];
    await keepOutstanding(dataKey, [...known, ...missingFrom([...(await openCards(dataKey)).map(listed), ...known], list.cards)]);
    return list;
  }
}

/** The old phone's side: answers the invitation. What is sealed goes only with `send`. */
export async function depart({ hello, parcel, key }: Invitation): Promise<{ number: string; send(list: LossList): Promise<void> }> {
  const keys = await newKeys();
  const own = fromBase64Url(await pointOf(keys));
  const theirs = fromBase64Url(key);
  const { number, listKey } = await share(keys, theirs, theirs, own);
  await put(hello, own);
  return { number, send: async list => put(parcel, await sealList(listKey, list)) };
}

/** What a scanned code says; nothing when it is none of a new phone. */
export function readInvitation(search: string): Invitation | undefined {
  const parameters = new URLSearchParams(search);
  const [hello = '', parcel = '', key = ''] = ['hello', 'parcel', 'key'].map(name => parameters.get(name) ?? '');
  return /^[\w-]{43}$/.test(hello) && /^[\w-]{43}$/.test(parcel) && /^[\w-]{87}$/.test(key) ? { hello, parcel, key } : undefined;
}

async function openMailbox(): Promise<Mailbox> {
  const { mailbox, reader } = readObject(await (await askTown('/wallets/relays', { method: 'POST' })).text());
  if (typeof mailbox !== 'string' || typeof reader !== 'string') throw new ProtocolFailure('malformed', 'relay');
  return { mailbox, reader };
}

async function take({ mailbox, reader }: Mailbox): Promise<Bytes | undefined> {
  const response = await askTown(`/wallets/relays/${encodeURIComponent(mailbox)}/reading`, { method: 'POST', body: { reader } });
  return response.status === 204 ? undefined : new Uint8Array(await response.arrayBuffer());
}

async function put(mailbox: string, body: Bytes): Promise<void> {
  await askTown(`/wallets/relays/${encodeURIComponent(mailbox)}`, { method: 'PUT', body });
}

const newKeys = () => crypto.subtle.generateKey(curve, false, ['deriveBits']);

const pointOf = async ({ publicKey }: CryptoKeyPair) => toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)));

/** Bound to both public keys: whoever changes one gets another number on one of the phones. */
async function share({ privateKey }: CryptoKeyPair, theirs: Bytes, newPhone: Bytes, oldPhone: Bytes): Promise<Shared> {
  const secret = await crypto.subtle.deriveBits({ name: 'ECDH', public: await readPoint(theirs) }, privateKey, 256);
  const material = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveBits']);
  const salt = await sha256(new Uint8Array([...newPhone, ...oldPhone]));
  const derive = async (info: string) => new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info: utf8(info) }, material, 256));
  const digits = new DataView((await derive('modellstadt wallet move number 1')).buffer).getUint32(0) % 1_000_000;
  return { number: String(digits).padStart(6, '0'), listKey: toBase64Url(await derive('modellstadt wallet move list 1')) };
}

async function readPoint(point: Bytes): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('raw', point, curve, false, []);
  } catch {
    throw new ProtocolFailure('malformed', 'key', 'no point of P-256');
  }
}
