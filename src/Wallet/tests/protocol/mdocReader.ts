import { decode, encode, Tagged } from 'cborg';

/** The parts of a question that the holder's signature is for, as the verifier knows them. */
export interface Asked {
  clientId: string;
  nonce: string;
  responseUri: string;
  /** What the answer was encrypted to. */
  key?: JsonWebKey | undefined;
}

type CborMap = Map<unknown, unknown>;

const options = {
  useMaps: true,
  tags: { 0: (inner: () => unknown) => inner(), 1004: (inner: () => unknown) => inner(), 24: (inner: () => unknown) => new Tagged(24, inner()) },
};

/**
 * Reads a DeviceResponse as a verifier does (ISO/IEC 18013-5 section 9.3.1, OpenID4VP 1.0 appendix B.2.6), written apart from the code
 * under test: digests and the holder's signature hold, or it throws. Signature and chain of the issuer are the issuing tests' matter.
 */
export async function readDeviceResponse(text: string, asked: Asked): Promise<Record<string, Record<string, unknown>>> {
  const response = decode(Buffer.from(text, 'base64url'), options) as CborMap;
  if (response.get('version') !== '1.0' || response.get('status') !== 0) throw new Error('not a good DeviceResponse');
  const [document, ...others] = response.get('documents') as CborMap[];
  if (!document || others.length > 0) throw new Error('expected one document');
  const issuerSigned = document.get('issuerSigned') as CborMap;
  const object = contentOf(decode((issuerSigned.get('issuerAuth') as Uint8Array[])[2]!, options) as Tagged) as CborMap;
  if (object.get('docType') !== document.get('docType')) throw new Error('another docType than the signed one');
  await checkHolder(document, object, asked);
  return readElements(issuerSigned, object);
}

async function readElements(issuerSigned: CborMap, object: CborMap): Promise<Record<string, Record<string, unknown>>> {
  const claims: Record<string, Record<string, unknown>> = {};
  for (const [space, items] of (issuerSigned.get('nameSpaces') ?? new Map()) as Map<string, Tagged[]>) {
    const digests = (object.get('valueDigests') as CborMap).get(space) as Map<number, Uint8Array>;
    for (const tagged of items) {
      const item = contentOf(tagged) as CborMap;
      const actual = await crypto.subtle.digest('SHA-256', new Uint8Array(encode(tagged)));
      if (!Buffer.from(actual).equals(Buffer.from(digests.get(item.get('digestID') as number)!))) throw new Error('another digest');
      (claims[space] ??= {})[String(item.get('elementIdentifier'))] = item.get('elementValue');
    }
  }
  return claims;
}

async function checkHolder(document: CborMap, object: CborMap, { clientId, nonce, responseUri, key }: Asked): Promise<void> {
  const thumbprint = key && (await sha256(Buffer.from(JSON.stringify({ crv: key.crv, kty: key.kty, x: key.x, y: key.y }))));
  const handover = ['OpenID4VPHandover', await sha256(encode([clientId, nonce, thumbprint ?? null, responseUri]))];
  const deviceSigned = document.get('deviceSigned') as CborMap;
  const authentication = encode(new Tagged(24, encode(['DeviceAuthentication', [null, null, handover], document.get('docType'), deviceSigned.get('nameSpaces')])));
  const [header, , payload, signature] = (deviceSigned.get('deviceAuth') as CborMap).get('deviceSignature') as [Uint8Array, CborMap, null, Uint8Array];
  const signed = encode(['Signature1', header, new Uint8Array(), authentication]);
  const holder = await holderKey((object.get('deviceKeyInfo') as CborMap).get('deviceKey') as Map<number, Uint8Array>);
  const holds = await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, holder, new Uint8Array(signature), new Uint8Array(signed));
  if (payload !== null || !holds) throw new Error('the holder signed something else');
}

function holderKey(key: Map<number, Uint8Array>): Promise<CryptoKey> {
  const [x, y] = [key.get(-2)!, key.get(-3)!].map((bytes) => Buffer.from(bytes).toString('base64url'));
  return crypto.subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x: x!, y: y! }, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
}

function contentOf(tagged: Tagged): unknown {
  return decode(tagged.value as Uint8Array, options);
}

async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));
}
