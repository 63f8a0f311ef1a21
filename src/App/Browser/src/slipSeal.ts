import { base45 } from './base45';

/** The seal on a printed slip (ADR 24): a COSE_Sign1 (RFC 9052) in Base45 (RFC 9285), checked on the device with the town's public keys alone. */
export interface Seal {
  readonly number: string;
  readonly plates: readonly string[];
  readonly zone: string;
  /** First and last day, ISO 8601. */
  readonly from: string;
  readonly until: string;
}

export const sealPrefix = 'MSS1:';

const type = 'application/vnd.modellstadt.slip+cwt';
const longest = 512;
const deepest = 4;
const mostItems = 40;
const label = { algorithm: 1, keyId: 4, type: 16 } as const;
const es256 = -7;
const sign1Tag = 18;

type Item = number | string | Uint8Array | Item[] | Map<Item, Item> | Tagged;

class Tagged {
  readonly tag: number;
  readonly content: Item;

  constructor(tag: number, content: Item) {
    [this.tag, this.content] = [tag, content];
  }
}

/** What the seal says; null when it is none of this town, or was changed. */
export async function readSeal(text: string, ags: string, keys: readonly JsonWebKey[]): Promise<Seal | null> {
  try {
    if (text.length > longest || !text.startsWith(sealPrefix)) return null;
    const message = new Reader(base45(text.slice(sealPrefix.length))).whole();
    if (!(message instanceof Tagged) || message.tag !== sign1Tag || !Array.isArray(message.content) || message.content.length !== 4) return null;
    const [header, , payload, signature] = message.content;
    if (!(header instanceof Uint8Array) || !(payload instanceof Uint8Array) || !(signature instanceof Uint8Array)) return null;
    const names = new Reader(header).whole();
    if (!(names instanceof Map) || names.get(label.algorithm) !== es256 || names.get(label.type) !== type) return null;
    const key = await keyOf(names.get(label.keyId), keys);
    if (!key || !(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, signature as BufferSource, toBeSigned(header, payload) as BufferSource))) return null;
    return sealIn(new Reader(payload).whole(), ags);
  } catch {
    return null;
  }
}

function sealIn(claims: Item, ags: string): Seal | null {
  if (!(claims instanceof Map) || claims.get(1) !== ags) return null;
  const [number, plates, zone, from, until] = ['n', 'p', 'z', 'f', 'u'].map(name => claims.get(name));
  if (typeof number !== 'string' || typeof plates !== 'string' || typeof zone !== 'string' || typeof from !== 'string' || typeof until !== 'string') return null;
  return /^\d{4}-\d{2}-\d{2}$/.test(from) && /^\d{4}-\d{2}-\d{2}$/.test(until) ? { number, plates: plates.split(', '), zone, from, until } : null;
}

/** The key that the seal names by the beginning of its thumbprint (RFC 7638); never one that the seal brings along. */
async function keyOf(keyId: Item | undefined, keys: readonly JsonWebKey[]): Promise<CryptoKey | null> {
  if (!(keyId instanceof Uint8Array)) return null;
  const wanted = new TextDecoder().decode(keyId);
  for (const { kty, crv, x, y } of keys) {
    const thumbprint = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify({ crv, kty, x, y })));
    if (base64Url(new Uint8Array(thumbprint)).startsWith(wanted) && wanted.length === 8)
      return crypto.subtle.importKey('jwk', { kty: kty!, crv: crv!, x: x!, y: y! }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  }
  return null;
}

const base64Url = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');

/** Sig_structure (RFC 9052, section 4.4) without external data. */
function toBeSigned(header: Uint8Array, payload: Uint8Array): Uint8Array {
  return Uint8Array.from([0x84, ...head(3, 10), ...new TextEncoder().encode('Signature1'), ...head(2, header.length), ...header, 0x40, ...head(2, payload.length), ...payload]);
}

const head = (major: number, length: number): number[] => (length < 24 ? [(major << 5) | length] : length < 256 ? [(major << 5) | 24, length] : [(major << 5) | 25, length >> 8, length & 255]);

/** As much CBOR (RFC 8949) as a seal needs: definite lengths, the shortest form, nothing left over. */
class Reader {
  #at = 0;
  #items = 0;

  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  whole(): Item {
    const item = this.#item(0);
    if (this.#at !== this.bytes.length) throw new RangeError('something follows');
    return item;
  }

  #item(depth: number): Item {
    if (depth > deepest || ++this.#items > mostItems) throw new RangeError('too deep or too many');
    const first = this.#take(1)[0]!;
    const [major, value] = [first >> 5, this.#length(first & 31)];
    switch (major) {
      case 0: return value;
      case 1: return -1 - value;
      case 2: return this.#take(value);
      case 3: return new TextDecoder('utf-8', { fatal: true }).decode(this.#take(value));
      case 4: return Array.from({ length: this.#bounded(value) }, () => this.#item(depth + 1));
      case 5: return this.#map(this.#bounded(value), depth);
      case 6: return new Tagged(value, this.#item(depth + 1));
      default: throw new RangeError('no such type in a seal');
    }
  }

  #map(count: number, depth: number): Map<Item, Item> {
    const map = new Map<Item, Item>();
    for (let entry = 0; entry < count; entry++) {
      const key = this.#item(depth + 1);
      if (map.has(key)) throw new RangeError('a key stands twice');
      map.set(key, this.#item(depth + 1));
    }
    return map;
  }

  #length(short: number): number {
    if (short < 24) return short;
    const size = { 24: 1, 25: 2, 26: 4, 27: 8 }[short];
    if (size === undefined) throw new RangeError('no definite length');
    const value = this.#take(size).reduce((sum, byte) => sum * 256 + byte, 0);
    if (value < (size === 1 ? 24 : 256 ** (size / 2)) || !Number.isSafeInteger(value)) throw new RangeError('not the shortest form');
    return value;
  }

  #bounded(count: number): number {
    if (count > mostItems) throw new RangeError('too many');
    return count;
  }

  #take(count: number): Uint8Array {
    if (this.#at + count > this.bytes.length) throw new RangeError('cut off');
    return this.bytes.slice(this.#at, (this.#at += count));
  }
}
