/**
 * Showing an mdoc to a verifier: DeviceResponse (ISO/IEC 18013-5 section 8.3.2.1.2.2) signed by the holder's key (section 9.1.3.6) for the
 * session transcript of a question by link (OpenID4VP 1.0 appendix B.2.6.1). A chunk of its own.
 */
import { Tagged } from 'cborg';
import { sha256, toBase64Url, utf8, type Bytes } from './bytes';
import { toCbor, type Embedded } from './cbor';
import { ProtocolFailure, type KeyVault, type MdocCopy } from './contract';
import { readIssuerSigned } from './mdoc';
import type { ClaimPath } from './sdJwt';

/** The question that the holder's signature is for. */
export interface Handover {
  clientId: string;
  nonce: string;
  /** The key that the answer is encrypted to, on P-256; undefined for an answer in the clear. */
  encryptionKey: { crv?: unknown; kty?: unknown; x?: unknown; y?: unknown } | undefined;
  /** As it stands in the question. */
  responseUri: string;
}

const es256 = -7;
const algorithm = 1;
const embedded = 24;
const success = 0;

/** The mdoc with only the elements that the paths name, base64url. */
export async function presentMdoc(copy: MdocCopy, docType: string, paths: ClaimPath[], handover: Handover, keys: KeyVault): Promise<string> {
  const { items, issuerAuth } = readIssuerSigned(copy.issuerSigned);
  const shown = [...items].map(([space, list]) => [space, list.filter(({ name }) => paths.some((path) => path[0] === space && path[1] === name))] as const);
  const asked = new Set(paths.map((path) => JSON.stringify(path.slice(0, 2))));
  if (shown.reduce((count, [, list]) => count + list.length, 0) !== asked.size) throw new ProtocolFailure('malformed', 'claims', 'an element is missing');
  const nameSpaces = new Map(shown.filter(([, list]) => list.length > 0).map(([space, list]) => [space, list.map(({ encoded }) => asSent(encoded))]));
  const document = new Map<string, unknown>([
    ['docType', docType],
    ['issuerSigned', new Map<string, unknown>([...(nameSpaces.size > 0 ? [['nameSpaces', nameSpaces] as const] : []), ['issuerAuth', issuerAuth]])],
    ['deviceSigned', await deviceSigned(docType, await sessionTranscript(handover), (data) => keys.sign(copy.keyId, data))],
  ]);
  return toBase64Url(toCbor(new Map<string, unknown>([['version', '1.0'], ['documents', [document]], ['status', success]])));
}

/** `SessionTranscript` with `OpenID4VPHandover`; nothing of it comes from a device engagement. */
export async function sessionTranscript({ clientId, nonce, encryptionKey, responseUri }: Handover): Promise<unknown[]> {
  const handoverInfo = toCbor([clientId, nonce, encryptionKey ? await thumbprintOf(encryptionKey) : null, responseUri]);
  return [null, null, ['OpenID4VPHandover', await sha256(handoverInfo)]];
}

/** What the holder signs: `DeviceAuthenticationBytes` over no elements of the device's own. */
export function deviceAuthentication(docType: string, transcript: unknown[]): Bytes {
  return toCbor(new Tagged(embedded, toCbor(['DeviceAuthentication', transcript, docType, noElements()])));
}

async function deviceSigned(docType: string, transcript: unknown[], sign: (data: Bytes) => Promise<Uint8Array>): Promise<Map<string, unknown>> {
  const header = toCbor(new Map([[algorithm, es256]]));
  const signature = await sign(toCbor(['Signature1', header, new Uint8Array(), deviceAuthentication(docType, transcript)]));
  return new Map<string, unknown>([
    ['nameSpaces', noElements()],
    ['deviceAuth', new Map([['deviceSignature', [header, new Map(), null, signature]]])],
  ]);
}

function noElements(): Tagged {
  return new Tagged(embedded, toCbor(new Map()));
}

function asSent({ bytes }: Embedded): Tagged {
  return new Tagged(embedded, bytes);
}

/** RFC 7638 section 3. */
function thumbprintOf({ crv, kty, x, y }: NonNullable<Handover['encryptionKey']>): Promise<Bytes> {
  return sha256(utf8(JSON.stringify({ crv, kty, x, y })));
}
