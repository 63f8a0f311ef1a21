import { base45, toBase45 } from './base45';

/** How every code of a presentation by phone begins (ADR 47). */
export const phonePrefix = 'MSO1:';

const bytesOfName = 4;
/** The most that QR version 40 holds. */
const longest = 4296;
/** A phone that renews its codes while they are read leaves one behind; more would be several phones. */
const mostAtOnce = 3;

/** How far the reading is, and the whole as one text once it is complete. */
export interface Reading {
  readonly have: number;
  readonly of: number;
  readonly whole?: string;
}

interface Started {
  readonly parts: (Uint8Array<ArrayBuffer> | undefined)[];
}

/**
 * Puts the codes that a phone shows one after the other together. Codes of different presentations are never mixed: each carries the
 * first bytes of the digest of its whole, and the whole must have that digest. Believes nothing: what was put together is checked by
 * {@link readPresentation}.
 */
export class PhoneCodes {
  readonly #started = new Map<string, Started>();

  /** Takes a code; undefined when it is none, or fits no other. */
  async add(text: string): Promise<Reading | undefined> {
    const code = readCode(text);
    if (!code) return undefined;
    const started = this.#of(code.name, code.count);
    if (!started) return undefined;
    started.parts[code.index] = code.part;
    const parts = started.parts.filter(part => part !== undefined);
    if (parts.length < code.count) return { have: parts.length, of: code.count };
    this.#started.delete(code.name);
    const whole = joined(parts);
    return (await nameOf(whole)) === code.name ? { have: code.count, of: code.count, whole: asOneCode(code.name, whole) } : undefined;
  }

  #of(name: string, count: number): Started | undefined {
    const known = this.#started.get(name);
    if (known) return known.parts.length === count ? known : undefined;
    const [oldest] = this.#started.keys();
    if (this.#started.size >= mostAtOnce && oldest !== undefined) this.#started.delete(oldest);
    const started = { parts: Array<Uint8Array<ArrayBuffer> | undefined>(count).fill(undefined) };
    this.#started.set(name, started);
    return started;
  }
}

/** The bytes of a presentation that is whole in one code; undefined when it is not. */
export async function wholeOf(text: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const code = readCode(text);
  return code?.count === 1 && (await nameOf(code.part)) === code.name ? code.part : undefined;
}

function readCode(text: string): { index: number; count: number; name: string; part: Uint8Array<ArrayBuffer> } | undefined {
  if (text.length > longest || !text.startsWith(phonePrefix)) return undefined;
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = base45(text.slice(phonePrefix.length));
  } catch {
    return undefined;
  }
  const [place = 0] = bytes;
  const [index, count] = [place >> 4, place & 15];
  if (index >= count || bytes.length <= 1 + bytesOfName) return undefined;
  return { index, count, name: hex(bytes.subarray(1, 1 + bytesOfName)), part: bytes.slice(1 + bytesOfName) };
}

const asOneCode = (name: string, whole: Uint8Array): string =>
  phonePrefix + toBase45(Uint8Array.of(1, ...name.match(/../g)!.map(byte => parseInt(byte, 16)), ...whole));

async function nameOf(whole: Uint8Array<ArrayBuffer>): Promise<string> {
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', whole)).subarray(0, bytesOfName));
}

const hex = (bytes: Uint8Array): string => Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('');

const joined = (parts: Uint8Array[]): Uint8Array<ArrayBuffer> => Uint8Array.from(parts.flatMap(part => [...part]));
