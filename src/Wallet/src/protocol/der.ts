import { ProtocolFailure } from './contract';
import type { Bytes } from './bytes';

/** One element of the Distinguished Encoding Rules (ITU-T X.690 section 10). */
export interface Element {
  tag: number;
  content: Bytes;
  /** Tag, length and content: what a signature covers. */
  whole: Bytes;
}

/** Tags this wallet meets in certificates. */
export const Tag = {
  boolean: 0x01,
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const;

/** Reads exactly one element; trailing bytes are refused. */
export function readElement(bytes: Bytes): Element {
  const [element, ...rest] = readElements(bytes);
  if (!element || rest.length > 0) throw broken('expected one element');
  return element;
}

/** Reads elements until the bytes end. */
export function readElements(bytes: Bytes): Element[] {
  const elements: Element[] = [];
  for (let start = 0; start < bytes.length; ) {
    const { contentStart, end } = readLength(bytes, start);
    elements.push({ tag: bytes[start] ?? 0, content: bytes.slice(contentStart, end), whole: bytes.slice(start, end) });
    start = end;
  }
  return elements;
}

/** The elements inside a constructed element of the given tag. */
export function readInside(element: Element | undefined, tag: number): Element[] {
  return readElements(contentOf(element, tag));
}

export function contentOf(element: Element | undefined, tag: number): Bytes {
  if (element?.tag !== tag) throw broken(`expected tag ${tag}, found ${element?.tag ?? 'nothing'}`);
  return element.content;
}

/** The bytes of a bit string with no unused bits. */
export function readBits(element: Element | undefined): Bytes {
  const content = contentOf(element, Tag.bitString);
  if (content[0] !== 0) throw broken('unused bits');
  return content.slice(1);
}

/** A non-negative integer as big-endian bytes of exactly `length`. */
export function readUnsigned(element: Element | undefined, length: number): Bytes {
  const content = contentOf(element, Tag.integer);
  const digits = content[0] === 0 ? content.slice(1) : content;
  if (content.length === 0 || (content[0] ?? 0) >= 0x80 || digits.length > length) throw broken('integer out of range');
  const padded = new Uint8Array(length);
  padded.set(digits, length - digits.length);
  return padded;
}

export function broken(detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', 'certificate', detail);
}

/** Definite lengths in their shortest form only, as DER demands. */
function readLength(bytes: Bytes, start: number): { contentStart: number; end: number } {
  const first = bytes[start + 1];
  if (first === undefined) throw broken('truncated');
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (first === 0x80 || lengthBytes > 3) throw broken('length form');
  const contentStart = start + 2 + lengthBytes;
  const length = first < 0x80 ? first : bytes.slice(start + 2, contentStart).reduce((sum, byte) => sum * 256 + byte, 0);
  const shortest = length < 0x80 ? 0 : length < 0x100 ? 1 : length < 0x10000 ? 2 : 3;
  if (shortest !== lengthBytes) throw broken('length is not in its shortest form');
  if (contentStart + length > bytes.length) throw broken('truncated');
  return { contentStart, end: contentStart + length };
}
