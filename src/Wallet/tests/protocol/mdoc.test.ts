import { decode, encode, Tagged } from 'cborg';
import { beforeEach, describe, expect, it } from 'vitest';
import { openOffer } from '../../src/protocol';
import { readCbor, toCbor } from '../../src/protocol/cbor';
import { checkStatus } from '../../src/protocol/statusList';
import { readIssuerSigned, verifyReceivedMdoc } from '../../src/protocol/mdoc';
import { CertificateAuthority, newKeys, type Signer } from './certificateAuthority';
import { mdocId, TestIssuer } from './issuer';
import { day, documentType, makeMdoc, type MdocChanges } from './mdocMaker';
import { useNetwork } from './network';
import { refusal } from './refusal';
import { readVector, vectorsArePresent, vectorsTitle } from './sharedVectors';
import { MemoryWallet } from './wallet';

const network = useNetwork();
let now = 1_797_000_000;
let root: CertificateAuthority;
let signer: Signer;
let key: JsonWebKey;

beforeEach(async () => {
  now += 3600;
  root = await CertificateAuthority.create('DEMO Modellstadt Root', now);
  signer = await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer');
  key = await crypto.subtle.exportKey('jwk', (await newKeys()).publicKey);
});

async function received(changes: MdocChanges = {}) {
  return verifyReceivedMdoc(await makeMdoc(signer, key, now, changes), [root.anchor], now);
}

describe('an mdoc', () => {
  it('is read with its elements, key, end and status', async () => {
    expect(await received()).toMatchObject({
      docType: documentType,
      claims: { [documentType]: { family_name: 'Müller-Łukaszewska', birth_date: '1984-05-17', age_over_18: true, portrait: '_9g' } },
      deviceKey: { kty: 'EC', crv: 'P-256', x: key.x, y: key.y },
      validUntil: now + 3600,
      status: { index: 3, listNumber: 7 },
      anchor: root.anchor,
    });
  });

  it('is offered, received on a key of its own for each copy, and asked for its status', async () => {
    const issuer = new TestIssuer(signer, now);
    issuer.serve(network.current);
    issuer.behaviour.offered = [mdocId];
    const wallet = new MemoryWallet([root.anchor], [], now);
    const session = await openOffer(issuer.link, wallet);
    expect(session.credentials).toMatchObject([{ configurationId: mdocId, format: 'mso_mdoc' }]);
    const { cards: [card] } = await session.accept();
    expect(card).toMatchObject({ format: 'mso_mdoc', vct: documentType, validUntil: now + 3600, issuer: { name: 'Stadt Gelsenkirchen' } });
    expect(new Set(card!.copies.map(({ keyId }) => keyId)).size).toBe(3);
    const uri = `${issuer.id}/status-lists/7`;
    network.current.on('GET', uri, async () => new Response(await issuer.statusToken(uri, [3])));
    expect(await checkStatus(card!, wallet)).toBe('revoked');
  });

  it('of a document signer as ISO/IEC 18013-5 certifies them is believed, but nothing else of that signer', async () => {
    signer = await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'documentSigner');
    expect(await received()).toMatchObject({ docType: documentType });
    const issuer = new TestIssuer(signer, now);
    issuer.serve(network.current);
    const session = await openOffer(issuer.link, new MemoryWallet([root.anchor], [], now));
    expect(await refusal(session.accept())).toMatchObject({ kind: 'untrusted', detail: 'the leaf is no issuer' });
  });
});

describe('an mdoc is refused', () => {
  async function refusalOf(changes: MdocChanges) {
    await received();
    return refusal(received(changes));
  }

  const replaced = (bytes: Uint8Array, from: string, to: string) => new Uint8Array(Buffer.from(Buffer.from(bytes).toString('latin1').replace(from, to), 'latin1'));
  const validity = (change: object) => (object: Map<string, unknown>) =>
    object.set('validityInfo', new Map(Object.entries({ signed: day(now), validFrom: day(now), validUntil: day(now + 3600), ...change })));

  it('when an element was changed after it was signed (attack 15)', async () => {
    const failure = await refusalOf({ afterDigest: (item) => replaced(item, '1984', '1994') });
    expect(failure).toMatchObject({ kind: 'malformed', code: 'digest', detail: 'birth_date' });
  });

  it('when an element was slipped in', async () => {
    const failure = await refusalOf({ object: (object) => object.set('valueDigests', new Map([[documentType, new Map()]])) });
    expect(failure).toMatchObject({ code: 'digest' });
  });

  it('when an element stands twice', async () => {
    expect(await refusalOf({ item: (item) => item.set('elementIdentifier', 'family_name') })).toMatchObject({ code: 'nameSpaces' });
  });

  it('when a salt is shorter than 16 bytes', async () => {
    expect(await refusalOf({ item: (item) => item.set('random', new Uint8Array(15)) })).toMatchObject({ code: 'random' });
  });

  it('when its signature is by another key', async () => {
    const other = await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer');
    await received();
    signer = { keys: other.keys, x5c: signer.x5c };
    expect(await refusal(received())).toMatchObject({ kind: 'untrusted', code: 'signature' });
  });

  it('when a foreign root stands behind it', async () => {
    const foreign = await CertificateAuthority.create('Foreign Root', now);
    signer = await foreign.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'issuer');
    expect(await refusal(received())).toMatchObject({ kind: 'untrusted', code: 'x5c' });
  });

  it('when the root comes along', async () => {
    signer = root.withRoot(signer);
    expect(await refusal(received())).toMatchObject({ kind: 'untrusted', detail: 'a root among the certificates' });
  });

  it('when a verifier signs it', async () => {
    signer = await root.signer('Stadt Gelsenkirchen', 'town.test', now + 1000, 'verifier');
    expect(await refusal(received())).toMatchObject({ kind: 'untrusted', detail: 'the leaf is no mdocIssuer' });
  });

  it.each([
    ['over', { validUntil: -1 }, 'validUntil'],
    ['not valid yet', { validFrom: 120 }, 'validFrom'],
  ])('when it is %s', async (_, change, code) => {
    const [[name, seconds]] = Object.entries(change) as [[string, number]];
    expect(await refusalOf({ object: (object) => validity({ [name]: day(now + seconds) })(object) })).toMatchObject({ kind: 'malformed', code });
  });

  it('when it was signed before its certificate began', async () => {
    const failure = await refusalOf({ object: (object) => validity({ signed: day(now - 999_999) })(object) });
    expect(failure).toMatchObject({ kind: 'untrusted', detail: 'signed outside the validity of the certificate' });
  });

  it.each([
    ['algorithm is another', (inner: Map<number, unknown>) => inner.set(1, -35)],
    ['critical headers are unknown', (inner: Map<number, unknown>) => inner.set(2, [99])],
    ['algorithm stands in both places', (_: unknown, open: Map<number, unknown>) => open.set(1, -7)],
  ])('when its %s (attack 15)', async (_, headers) => {
    expect(await refusalOf({ headers })).toMatchObject({ kind: 'malformed', code: 'cose' });
  });

  it('when it knows no version 1', async () => {
    expect(await refusalOf({ object: (object) => object.set('version', '2.0') })).toMatchObject({ code: 'version' });
  });

  it('when its digests are of a hash nobody should use', async () => {
    expect(await refusalOf({ object: (object) => object.set('digestAlgorithm', 'SHA-1') })).toMatchObject({ code: 'digestAlgorithm' });
  });

  it('when its device key is on another curve', async () => {
    const other = new Map([['deviceKey', new Map<number, unknown>([[1, 2], [-1, 2], [-2, new Uint8Array(32)], [-3, new Uint8Array(32)]])]]);
    expect(await refusalOf({ object: (object) => object.set('deviceKeyInfo', other) })).toMatchObject({ code: 'cose', detail: 'expected a P-256 key' });
  });

  it('when a value is CBOR in CBOR in CBOR without end', async () => {
    const nested = (layers: number) => Array.from({ length: layers }).reduce<unknown>((inner) => new Tagged(24, encode(inner)), 'x');
    expect((await received({ item: (item) => item.set('elementValue', nested(16)) })).claims[documentType]).toMatchObject({ family_name: 'x' });
    const failure = await refusalOf({ item: (item) => item.set('elementValue', nested(17)) });
    expect(failure).toMatchObject({ kind: 'malformed', code: 'cbor', detail: 'nested deeper than 16' });
  });

  it('when it has no elements', async () => {
    expect(await refusalOf({ finished: (finished) => finished.set('nameSpaces', new Map()) })).toMatchObject({ code: 'nameSpaces' });
  });
});

describe('CBOR is refused (attack 15)', () => {
  const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

  it.each([
    ['of indefinite length', '9f01ff'],
    ['with the same key twice', 'a2016101016102'],
    ['with bytes behind it', '0101'],
    ['cut off', '4501'],
    ['of a length beyond all memory', '5bffffffffffffffff'],
    ['of an array of 2^63 elements', '9b8000000000000000'],
    ['with a tag it does not know', 'd9d9f701'],
    ['that holds "undefined"', 'f7'],
    ['nested without end', '81'.repeat(60_000)],
  ])('%s', async (_, text) => {
    expect(await refusal(Promise.resolve().then(() => readCbor(hex(text))))).toMatchObject({ kind: 'malformed', code: 'cbor' });
  });

  it('with more items than any card has', async () => {
    const many = toCbor(Array.from({ length: 10_000 }, () => 1));
    expect(await refusal(Promise.resolve().then(() => readCbor(many)))).toMatchObject({ code: 'cbor', detail: 'malformed: cbor: more than 10000 items' });
  });

  it('longer than 128 KiB', async () => {
    expect(await refusal(Promise.resolve().then(() => readCbor(new Uint8Array(encode(new Uint8Array(131_072))))))).toMatchObject({ code: 'cbor' });
  });
});

interface AnnexD {
  expected: { namespace: string; elements: { elementIdentifier: string }[] };
}

describe.skipIf(!vectorsArePresent)(vectorsTitle('the published examples'), () => {
  const malformed = vectorsArePresent
    ? [
        ...readVector<{ items: { hex: string }[] }>('cbor/not-well-formed.json').items,
        ...readVector<{ must_reject: { hex: string }[] }>('cbor/further-cases.json').must_reject,
      ]
    : [];

  it.each(malformed.map(({ hex }) => hex))('of CBOR that is not well-formed: %s', async (hex) => {
    expect(await refusal(Promise.resolve().then(() => readCbor(new Uint8Array(Buffer.from(hex, 'hex')))))).toMatchObject({ code: 'cbor' });
  });

  it('of ISO/IEC 18013-5 Annex D: the elements of the driving licence', () => {
    const [unchanged] = readVector<{ cases: { device_response_hex: string }[] }>('mdoc/annex-d-mutations.json').cases;
    const { expected } = readVector<AnnexD>('mdoc/annex-d.json');
    const response = decode(new Uint8Array(Buffer.from(unchanged!.device_response_hex, 'hex')), { useMaps: true, tags: Tagged.preserve(0, 24, 1004) }) as Map<string, Map<string, unknown>[]>;
    const issuerSigned = Buffer.from(encode(response.get('documents')![0]!.get('issuerSigned'))).toString('base64url');
    const names = readIssuerSigned(issuerSigned).items.get(expected.namespace)!.map(({ name }) => name);
    expect(names).toEqual(expected.elements.map(({ elementIdentifier }) => elementIdentifier));
  });
});
