/**
 * The emergency code (docs/decisions/0040-emergency-code.md): twenty signs of Crockford's base32, made here and shown once, and a check
 * sign over GF(32). What it opens follows from it by HKDF-SHA-256 (RFC 5869), each thing by itself.
 */
import { sha256, toBase64Url, utf8, type Bytes } from '../protocol/bytes';

/** What follows from a code, base64url. */
export interface EmergencyAccess {
  /** By what the town recognises the code when somebody locks the wallet with it; not enough to lock it. */
  emergency: string;
  /** Where the sealed list lies. */
  locator: string;
  /** Seals the list. */
  listKey: string;
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 20;
const polynomial = 0b100101;

/** The twenty signs of a new code: 100 random bits. */
export const newCode = (): string => Array.from(crypto.getRandomValues(new Uint8Array(length)), byte => alphabet[byte & 31]).join('');

/** As it is shown: in groups of five, then the check sign. */
export const showCode = (signs: string): string => `${signs.match(/.{5}/g)!.join('-')}-${checkOf(signs)}`;

/** The signs of what somebody typed, whatever the case and the groups; nothing when it cannot be a code. */
export function readCode(typed: string): string | undefined {
  const signs = typed.toUpperCase().replace(/[\s.‐–-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  const [code, check] = [signs.slice(0, length), signs.slice(length)];
  const known = signs.length === length + 1 && [...signs].every(sign => alphabet.includes(sign));
  return known && checkOf(code) === check ? code : undefined;
}

export async function accessOf(signs: string): Promise<EmergencyAccess> {
  const material = await crypto.subtle.importKey('raw', utf8(signs), 'HKDF', false, ['deriveBits']);
  const derive = async (info: string): Promise<Bytes> =>
    new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) }, material, 256));
  return {
    emergency: toBase64Url(await sha256(await derive('modellstadt wallet lock 1'))),
    locator: toBase64Url(await derive('modellstadt wallet locator 1')),
    listKey: toBase64Url(await derive('modellstadt wallet list 1')),
  };
}

/** With it the sum of all signs is zero, each weighted by another power of two: one wrong sign and two that changed places show. */
function checkOf(signs: string): string {
  const sum = [...signs].reduce((before, sign) => double(before ^ alphabet.indexOf(sign)), 0);
  return alphabet[sum]!;
}

const double = (value: number) => (value > 15 ? (value << 1) ^ polynomial : value << 1);
