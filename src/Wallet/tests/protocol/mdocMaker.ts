import { encode, Tagged } from 'cborg';
import { signBytes, type Signer } from './certificateAuthority';

export const documentType = 'eu.europa.ec.eudi.pid.1';

/** What a test may bend about an mdoc, each between the making of one part and the signing of the next. */
export interface MdocChanges {
  item?: (item: Map<string, unknown>) => void;
  /** The bytes of one IssuerSignedItem after its digest was taken. */
  afterDigest?: (item: Uint8Array) => Uint8Array;
  object?: (object: Map<string, unknown>) => void;
  /** Header buckets before the signature. */
  headers?: (protectedHeader: Map<number, unknown>, open: Map<number, unknown>) => void;
  finished?: (issuerSigned: Map<string, unknown>) => void;
}

const elements: Record<string, unknown> = {
  family_name: 'Müller-Łukaszewska',
  birth_date: new Tagged(1004, '1984-05-17'),
  age_over_18: true,
  portrait: new Uint8Array([0xff, 0xd8]),
};

/** An mdoc as ISO/IEC 18013-5 section 9.1.2 describes it: base64url of IssuerSigned, bound to `key`. */
export async function makeMdoc(signer: Signer, key: JsonWebKey, now: number, changes: MdocChanges = {}): Promise<string> {
  const items: Tagged[] = [];
  const digests = new Map<number, Uint8Array>();
  for (const [index, [name, value]] of Object.entries(elements).entries()) {
    const salt = crypto.getRandomValues(new Uint8Array(16));
    const item = new Map<string, unknown>([['digestID', index + 1], ['random', salt], ['elementIdentifier', name], ['elementValue', value]]);
    changes.item?.(item);
    const bytes = encode(item);
    digests.set(index + 1, await digest(encode(new Tagged(24, bytes))));
    items.push(new Tagged(24, changes.afterDigest?.(bytes) ?? bytes));
  }
  digests.set(99, await digest(crypto.getRandomValues(new Uint8Array(8))));
  const object = new Map<string, unknown>([
    ['version', '1.0'],
    ['digestAlgorithm', 'SHA-256'],
    ['valueDigests', new Map([[documentType, digests]])],
    ['deviceKeyInfo', new Map([['deviceKey', coseKey(key)]])],
    ['docType', documentType],
    ['validityInfo', new Map([['signed', day(now)], ['validFrom', day(now)], ['validUntil', day(now + 3600)]])],
    ['status', { status_list: { uri: 'http://town.test/issuers/town/status-lists/7', idx: 3 } }],
  ]);
  changes.object?.(object);
  const finished = new Map<string, unknown>([
    ['nameSpaces', new Map([[documentType, items]])],
    ['issuerAuth', await sign(signer, encode(new Tagged(24, encode(object))), changes)],
  ]);
  changes.finished?.(finished);
  return Buffer.from(encode(finished)).toString('base64url');
}

export function day(seconds: number): Tagged {
  return new Tagged(0, new Date(seconds * 1000).toISOString().replace('.000', ''));
}

async function sign(signer: Signer, payload: Uint8Array, { headers }: MdocChanges): Promise<unknown[]> {
  const protectedHeader = new Map<number, unknown>([[1, -7]]);
  const certificates = signer.x5c.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
  const open = new Map<number, unknown>([[33, certificates.length === 1 ? certificates[0] : certificates]]);
  headers?.(protectedHeader, open);
  const signed = encode(['Signature1', encode(protectedHeader), new Uint8Array(), payload]);
  return [encode(protectedHeader), open, payload, await signBytes(signer.keys.privateKey, new Uint8Array(signed))];
}

function coseKey({ x, y }: JsonWebKey): Map<number, unknown> {
  const bytes = (text: string | undefined) => new Uint8Array(Buffer.from(text!, 'base64url'));
  return new Map<number, unknown>([[1, 2], [-1, 1], [-2, bytes(x)], [-3, bytes(y)]]);
}

async function digest(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}
