/** CBOR (RFC 8949) as ISO/IEC 18013-5 uses it, on the `cborg` library: definite lengths, every key once, few tags, limited size. */
import { decode, encode, Tagged, Tokenizer, type DecodeOptions } from 'cborg';
import { sameBytes, toBase64Url, utf8, type Bytes } from './bytes';
import { ProtocolFailure } from './contract';

export type CborMap = Map<unknown, unknown>;

/** Tag 24: CBOR in a byte string. Signatures and digests cover it as it was sent. */
export class Embedded {
  readonly bytes: Bytes;

  constructor(bytes: Bytes) {
    this.bytes = bytes;
  }

  /** Tag, length and content. A sender who wrote the length in more bytes than needed gets another digest than he signed. */
  get whole(): Bytes {
    return toCbor(new Tagged(embeddedTag, this.bytes));
  }

  content(): unknown {
    return readCbor(this.bytes);
  }
}

const embeddedTag = 24;
const singleSignerTag = 18;
/** Dates (RFC 8949 section 3.4.1, RFC 8943): they stay the text they are. */
const textTags = [0, 1004];
const maximumBytes = 128 * 1024;
const maximumItems = 10_000;
/** No card has half as many; CBOR embedded in CBOR is bounded by this alone, since each layer is counted by itself. */
const maximumDepth = 16;

/** @throws ProtocolFailure `malformed` for everything but one complete item that keeps the rules above. */
export function readCbor(bytes: Bytes): unknown {
  if (bytes.length > maximumBytes) throw broken(`more than ${maximumBytes} bytes`);
  try {
    return decode(bytes, { ...options, tokenizer: new StrictTokenizer(bytes, options) });
  } catch (error) {
    // Also a RangeError, when the nesting exhausts the stack.
    throw broken(error instanceof Error ? error.message : String(error));
  }
}

export function toCbor(value: unknown): Bytes {
  return new Uint8Array(encode(value));
}

/** Maps become objects, bytes base64url: how claims of every format lie in the wallet. */
export function toJson(value: unknown, depth = 0): unknown {
  if (depth > maximumDepth) throw broken(`nested deeper than ${maximumDepth}`);
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, inner]) => [String(key), toJson(inner, depth + 1)]));
  if (value instanceof Embedded) return toJson(value.content(), depth + 1);
  if (value instanceof Uint8Array) return toBase64Url(value);
  if (Array.isArray(value)) return value.map((inner) => toJson(inner, depth + 1));
  return typeof value === 'bigint' ? value.toString() : value;
}

const options: DecodeOptions = {
  allowIndefinite: false,
  allowUndefined: false,
  allowInfinity: false,
  allowNaN: false,
  useMaps: true,
  retainStringBytes: true,
  rejectDuplicateMapKeys: true,
  tags: {
    [singleSignerTag]: (inner) => inner(),
    [embeddedTag]: (inner) => new Embedded(bytesOf(inner())),
    ...Object.fromEntries(textTags.map((tag) => [tag, (inner: () => unknown) => textOf(inner())])),
  },
};

class StrictTokenizer extends Tokenizer {
  #count = 0;

  override next(): ReturnType<Tokenizer['next']> {
    if (++this.#count > maximumItems) throw broken(`more than ${maximumItems} items`);
    const token = super.next();
    // The library puts U+FFFD where a text is no UTF-8.
    if (token.byteValue && !sameBytes(token.byteValue, utf8(String(token.value)))) throw broken('a text is not UTF-8');
    return token;
  }
}

export function mapOf(value: unknown): CborMap {
  if (!(value instanceof Map)) throw broken('expected a map');
  return value;
}

export function arrayOf(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw broken('expected an array');
  return value;
}

export function bytesOf(value: unknown): Bytes {
  if (!(value instanceof Uint8Array)) throw broken('expected bytes');
  return new Uint8Array(value);
}

export function textOf(value: unknown): string {
  if (typeof value !== 'string') throw broken('expected a text');
  return value;
}

export function embeddedOf(value: unknown): Embedded {
  if (!(value instanceof Embedded)) throw broken('expected embedded CBOR');
  return value;
}

function broken(detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', 'cbor', detail.slice(0, 200));
}
