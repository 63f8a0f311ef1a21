/**
 * An mdoc as it comes from the issuer: ISO/IEC 18013-5 sections 8.3.2.1.2.2 (IssuerSigned), 9.1.2 (mobile security object) and
 * 9.3.1 (inspection), OpenID4VCI 1.0 appendix A.2. A chunk of its own, loaded when a card of this format is received or shown.
 */
import { fromBase64Url, sameBytes, type Bytes } from './bytes';
import { anchorOf, authorityKeysOf } from './certificates';
import { arrayOf, bytesOf, embeddedOf, mapOf, readCbor, textOf, toJson, type CborMap, type Embedded } from './cbor';
import { certificatesOf, readKey, readSignedMessage, verifySignedMessage } from './cose';
import { ProtocolFailure, type Anchor, type Copy } from './contract';
import type { VerifiedChain } from './certificates';
import { readStatusReference } from './statusList';

/** A data element with the bytes its digest is made of. */
export interface Item {
  digestId: number;
  name: string;
  value: unknown;
  /** IssuerSignedItemBytes. */
  encoded: Embedded;
}

export interface VerifiedMdoc extends VerifiedChain {
  docType: string;
  /** By name space and element. */
  claims: Record<string, Record<string, unknown>>;
  deviceKey: JsonWebKey;
  validUntil: number;
  status: Copy['status'];
}

const maximumLength = 128 * 1024;
const maximumItems = 200;
const saltLength = 16;
const clockSkewSeconds = 60;
const digestAlgorithms = ['SHA-256', 'SHA-384', 'SHA-512'];

/** Checks chain, signature, digests and validity of an mdoc as it came from the issuer. */
export async function verifyReceivedMdoc(text: string, anchors: Anchor[], now: number): Promise<VerifiedMdoc> {
  const { items, issuerAuth } = readIssuerSigned(text);
  const { payload, ...chain } = await verifySignedMessage(readSignedMessage(issuerAuth), 'mdocIssuer', anchors, now);
  const object = mapOf(embeddedOf(readCbor(payload)).content());
  if (!/^1\.\d+$/.test(textOf(object.get('version')))) throw broken('version', 'not 1.x');
  await checkDigests(items, object);
  const status = object.get('status');
  return {
    ...chain,
    docType: textOf(object.get('docType')),
    claims: Object.fromEntries([...items].map(([space, list]) => [space, Object.fromEntries(list.map(({ name, value }) => [name, toJson(value)]))])),
    deviceKey: readKey(mapOf(object.get('deviceKeyInfo')).get('deviceKey')),
    validUntil: checkValidity(mapOf(object.get('validityInfo')), chain, now),
    status: status === undefined ? undefined : readStatusReference({ status: toJson(status) }),
  };
}

/** The data elements by name space, and the signed part; nothing is verified. */
export function readIssuerSigned(text: string): { items: Map<string, Item[]>; issuerAuth: unknown } {
  if (text.length > maximumLength) throw broken('size', 'credential is too long');
  const root = mapOf(readCbor(decoded(text)));
  const items = new Map([...mapOf(root.get('nameSpaces'))].map(([space, list]) => [textOf(space), arrayOf(list).map(readItem)]));
  const all = [...items.values()];
  if (all.flat().length === 0 || all.flat().length > maximumItems) throw broken('nameSpaces', `1 to ${maximumItems} elements expected`);
  if (all.some((list) => new Set(list.map(({ name }) => name)).size < list.length)) throw broken('nameSpaces', 'an element stands twice');
  return { items, issuerAuth: root.get('issuerAuth') };
}

/** The authorities behind an mdoc that was checked when it arrived, by their key identifiers. */
export function authorityKeysOfMdoc(issuerSigned: string): string[] {
  return authorityKeysOf(certificatesOf(readSignedMessage(readIssuerSigned(issuerSigned).issuerAuth)));
}

/** The anchor behind an mdoc that was checked when it arrived. */
export function authorityOfMdoc(issuerSigned: string, anchors: Anchor[]): Anchor {
  return anchorOf(certificatesOf(readSignedMessage(readIssuerSigned(issuerSigned).issuerAuth)), anchors);
}

function readItem(element: unknown): Item {
  const encoded = embeddedOf(element);
  const item = mapOf(encoded.content());
  const digestId = item.get('digestID');
  if (typeof digestId !== 'number' || digestId < 0) throw broken('digestID', 'not a number');
  if (bytesOf(item.get('random')).length < saltLength) throw broken('random', `shorter than ${saltLength} bytes`);
  if (!item.has('elementValue')) throw broken('elementValue', 'missing');
  return { digestId, name: textOf(item.get('elementIdentifier')), value: item.get('elementValue'), encoded };
}

/** Section 9.3.1 step 3. Digests without an element are decoys, an element without its digest was slipped in. */
async function checkDigests(items: Map<string, Item[]>, object: CborMap): Promise<void> {
  const algorithm = textOf(object.get('digestAlgorithm'));
  if (!digestAlgorithms.includes(algorithm)) throw broken('digestAlgorithm', algorithm);
  const digests = mapOf(object.get('valueDigests'));
  for (const [space, list] of items) {
    const signed = mapOf(digests.get(space) ?? new Map());
    for (const { digestId, name, encoded } of list) {
      const expected = signed.get(digestId);
      const actual = new Uint8Array(await crypto.subtle.digest(algorithm, encoded.whole));
      if (!(expected instanceof Uint8Array) || !sameBytes(expected, actual)) throw broken('digest', name);
    }
  }
}

/** Section 9.3.1 step 5; returns when it ends. */
function checkValidity(info: CborMap, { leaf }: VerifiedChain, now: number): number {
  const [signed, from, until] = ['signed', 'validFrom', 'validUntil'].map((name) => readTime(info.get(name))) as [number, number, number];
  if (signed < leaf.notBefore || signed > leaf.notAfter) throw new ProtocolFailure('untrusted', 'x5c', 'signed outside the validity of the certificate');
  if (from > now + clockSkewSeconds) throw broken('validFrom', 'not valid yet');
  if (until <= now) throw broken('validUntil', 'the credential is over');
  return until;
}

/** `tdate` (RFC 8949 section 3.4.1), whole seconds UTC as ISO/IEC 18013-5 section 9.1.2.4 asks. */
function readTime(value: unknown): number {
  const text = textOf(value);
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(text) ? Date.parse(text) : NaN;
  if (Number.isNaN(time)) throw broken('validityInfo', text.slice(0, 40));
  return time / 1000;
}

function decoded(text: string): Bytes {
  try {
    return fromBase64Url(text);
  } catch {
    throw broken('mdoc', 'not base64url');
  }
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
