/**
 * A permit shown to a warden without a network: a presentation of an SD-JWT VC with key binding (RFC 9901 sections 4 and 7), packed
 * tightly and cut into QR codes (ADR 47). Needs no library: it is there before anything else has loaded.
 */
import { toBase45 } from './base45';
import { fromBase64Url, sha256, toBase64Url, utf8, type Bytes } from './bytes';
import type { KeyVault, SdJwtCopy } from './contract';

/** What a warden learns, and nothing else of the card. */
export const shownToWardens = ['plate', 'zone', 'valid_from', 'valid_until'] as const;

/** How every code of such a presentation begins. */
export const offlinePrefix = 'MSO1:';

/** A code of this many bytes is 61 modules wide (QR version 11, level L): read from the display of a phone at arm's length. */
export const bytesOfCode = 300;

const mostCodes = 15;
const bytesOfName = 4;

/** The parts of a copy that do not change while it is shown. */
export interface PackedCopy {
  keyId: string;
  /** What the key binding covers: issuer's JWT and the disclosures shown, each followed by `~`. */
  disclosed: string;
  headerName: Bytes;
  issuerSignature: Bytes;
  /** Payload and disclosures, compressed. */
  content: Bytes;
}

/**
 * Picks the disclosures of {@link shownToWardens} and packs them. The header of the issuer's JWT stays behind, but for the first eight
 * bytes of its digest: the warden's device has the headers of its town.
 *
 * @throws RangeError when the copy does not hold all of them
 */
export async function packCopy(copy: SdJwtCopy): Promise<PackedCopy> {
  const [jwt = '', ...disclosures] = copy.sdJwt.split('~');
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  const shown = shownToWardens.map(name => disclosures.find(disclosure => nameIn(disclosure) === name));
  if (shown.includes(undefined)) throw new RangeError('a permit without plate, zone or days');
  const texts = [payload, ...shown.map(String)].map(part => new TextDecoder().decode(fromBase64Url(part)));
  return {
    keyId: copy.keyId,
    disclosed: [jwt, ...shown, ''].join('~'),
    headerName: (await sha256(utf8(header))).slice(0, 8),
    issuerSignature: fromBase64Url(signature),
    // JSON has no such character outside of an escape.
    content: await compress(utf8(texts.join('\0'))),
  };
}

function nameIn(disclosure: string): unknown {
  return disclosure === '' ? undefined : (JSON.parse(new TextDecoder().decode(fromBase64Url(disclosure))) as unknown[])[1];
}

/** To whom the presentation speaks: the wardens of one town. */
export const wardensOf = (ags: string): string => `urn:modellstadt:wardens:${ags}`;

/**
 * The presentation of this second. The key binding JWT is written the same way on both sides, so only its time and its signature
 * travel. Nobody sends a nonce where there is no way back: it repeats the time, as RFC 9901 section 4.3 wants one.
 *
 * @param now whole seconds since 1970-01-01 UTC
 */
export async function presentOffline(copy: PackedCopy, ags: string, keys: KeyVault, now: number): Promise<Bytes> {
  const sd_hash = toBase64Url(await sha256(utf8(copy.disclosed)));
  const binding = [{ alg: 'ES256', typ: 'kb+jwt' }, { iat: now, aud: wardensOf(ags), nonce: String(now), sd_hash }];
  const signature = await keys.sign(copy.keyId, utf8(binding.map(part => toBase64Url(utf8(JSON.stringify(part)))).join('.')));
  const time = new Uint8Array(4);
  new DataView(time.buffer).setUint32(0, now);
  return joined(copy.headerName, time, signature, copy.issuerSignature, copy.content);
}

/**
 * Cuts a presentation into the texts of QR codes of about equal size. Each says which of how many it is, and the first bytes of the
 * digest of the whole, so that codes of two phones, or of two moments, are never put together.
 *
 * @param most bytes of the presentation in one code
 * @throws RangeError when that would be more than fifteen codes
 */
export async function codesOf(presentation: Bytes, most: number): Promise<string[]> {
  const count = Math.ceil(presentation.length / most);
  if (count > mostCodes) throw new RangeError('too large to be shown');
  const name = (await sha256(presentation)).slice(0, bytesOfName);
  const size = Math.ceil(presentation.length / count);
  return Array.from({ length: count }, (_, index) =>
    offlinePrefix + toBase45(joined(Uint8Array.of((index << 4) | count), name, presentation.subarray(index * size, (index + 1) * size))));
}

function joined(...parts: Uint8Array[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

async function compress(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await new Response(new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate-raw'))).arrayBuffer());
}
