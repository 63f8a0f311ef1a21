/** What the town signed about a set (docs/decisions/0031-offline-set.md). Times in milliseconds. */
export interface OfflineHeader {
  readonly shift: string;
  readonly zones: readonly string[];
  readonly builtAt: number;
  readonly validUntil: number;
  readonly count: number;
}

const keyBytes = 32;
const digestBytes = 6;
const type = 'modellstadt-offline-set+jwt';
const version = 1;

/** Why a set is not used. Its words are for developers; what a warden reads stands on the page. */
export class BrokenSet extends Error {}

/**
 * The rights of a shift, to be asked without a network. Holds the key in memory only, as a key that cannot be read back;
 * {@link forget} ends it.
 */
export class OfflineSet {
  readonly header: OfflineHeader;
  /** Bytes of the table. */
  readonly size: number;
  #key: CryptoKey | undefined;
  readonly #table: Uint8Array;

  private constructor(header: OfflineHeader, key: CryptoKey, table: Uint8Array) {
    [this.header, this.#key, this.#table, this.size] = [header, key, table, table.length];
  }

  /** Takes apart what the town sent, and believes it only when the town's key signed it for this shift and it is still alive. */
  static async open(sent: Uint8Array<ArrayBuffer>, townKey: JsonWebKey, shift: string, now: number): Promise<OfflineSet> {
    if (sent.length < keyBytes + 2) throw new BrokenSet('it ends before its header');
    const length = new DataView(sent.buffer, sent.byteOffset).getUint16(keyBytes);
    const tableAt = keyBytes + 2 + length;
    if (sent.length < tableAt) throw new BrokenSet('it ends within its header');
    const table = sent.slice(tableAt);
    const header = await readHeader(new TextDecoder().decode(sent.subarray(keyBytes + 2, tableAt)), townKey, table);
    if (header.shift !== shift) throw new BrokenSet('it was made for another shift');
    if (header.validUntil <= now) throw new BrokenSet('it is over');
    const secret = sent.slice(0, keyBytes);
    const key = await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
    secret.fill(0);
    sent.fill(0, 0, keyBytes);
    return new OfflineSet(header, key, table);
  }

  /** Whether it still answers. */
  isAlive(now: number): boolean {
    return this.#key !== undefined && now < this.header.validUntil;
  }

  /** Whether a plate may park in a zone on a day; undefined when the set is over, or does not know the zone. */
  async contains(day: string, zone: string, plateKey: string, now: number): Promise<boolean | undefined> {
    if (!this.isAlive(now) || !this.#key || !this.header.zones.includes(zone)) return undefined;
    const text = new TextEncoder().encode(`${day}\n${zone}\n${plateKey}`);
    return find(this.#table, new Uint8Array(await crypto.subtle.sign('HMAC', this.#key, text)).subarray(0, digestBytes));
  }

  /** Ends it: without its key the table says nothing to anybody. */
  forget(): void {
    this.#key = undefined;
    this.#table.fill(0);
  }
}

async function readHeader(jws: string, townKey: JsonWebKey, table: Uint8Array<ArrayBuffer>): Promise<OfflineHeader> {
  const [protectedPart = '', payloadPart = '', signaturePart = '', ...more] = jws.split('.');
  if (more.length > 0) throw new BrokenSet('its header is no compact JWS');
  const { alg, typ } = json(protectedPart);
  if (alg !== 'ES256' || typ !== type) throw new BrokenSet('its header is of another kind');
  const { kty = '', crv = '', x = '', y = '' } = townKey;
  const key = await crypto.subtle.importKey('jwk', { kty, crv, x, y }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  const signed = new TextEncoder().encode(`${protectedPart}.${payloadPart}`);
  if (!(await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes(signaturePart), signed))) throw new BrokenSet('the town did not sign it');
  const { v, shift, zones, iat, exp, count, sha256 } = json(payloadPart);
  if (v !== version) throw new BrokenSet('it is of another version');
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', table));
  if (compare(digest, 0, bytes(String(sha256))) !== 0 || table.length !== Number(count) * digestBytes) throw new BrokenSet('the town signed another table');
  return { shift: String(shift), zones: zones as string[], builtAt: Number(iat) * 1000, validUntil: Number(exp) * 1000, count: Number(count) };
}

function find(table: Uint8Array, wanted: Uint8Array): boolean {
  let [low, high] = [0, table.length / digestBytes - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const order = compare(table, middle * digestBytes, wanted);
    if (order === 0) return true;
    if (order < 0) low = middle + 1;
    else high = middle - 1;
  }
  return false;
}

function compare(left: Uint8Array, at: number, right: Uint8Array): number {
  for (let index = 0; index < right.length; index++) {
    const difference = (left[at + index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function json(part: string): Record<string, unknown> {
  return JSON.parse(new TextDecoder().decode(bytes(part))) as Record<string, unknown>;
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64url.replaceAll('-', '+').replaceAll('_', '/')), character => character.charCodeAt(0));
}
