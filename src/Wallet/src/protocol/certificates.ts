/**
 * The part of X.509 (RFC 5280) that this wallet needs: reading ECDSA P-256 certificates and checking a short chain to a pinned
 * root. A general certificate library costs 54 KB compressed, a third of what the whole wallet may weigh.
 */
import { fromBase64, sameBytes, toBase64Url, type Bytes } from './bytes';
import { ProtocolFailure, type Anchor } from './contract';
import { broken, contentOf, readBits, readElement, readInside, readUnsigned, Tag, type Element } from './der';

export interface Certificate {
  der: Bytes;
  signed: Bytes;
  signature: Bytes;
  /** Distinguished names as encoded; compared byte by byte. */
  issuer: Bytes;
  subject: Bytes;
  /** Organisation of the subject, otherwise its common name. */
  subjectName: string | undefined;
  /** Semantic identifier of the subject (`organizationIdentifier`, ETSI EN 319 412-1). */
  identifier: string | undefined;
  notBefore: number;
  notAfter: number;
  /** SubjectPublicKeyInfo. */
  publicKey: Bytes;
  authority: boolean;
  pathLength: number;
  keyUsage: number | undefined;
  /** Object identifiers as encoded, in hexadecimal; undefined when the certificate does not limit its use. */
  extendedKeyUsage: string[] | undefined;
  dnsNames: string[];
  /** Key identifier of the issuing authority (section 4.2.1.1), base64url; undefined when the certificate does not say. */
  authorityKey: string | undefined;
}

/** What a leaf may be used for. */
export type Role = 'issuer' | 'mdocIssuer' | 'verifier' | 'registrar';

/** A chain whose signatures hold up to an anchor. */
export interface VerifiedChain {
  leaf: Certificate;
  anchor: Anchor;
  /** The leaf's key, for ES256. */
  key: CryptoKey;
}

/** Detail of the refusal of a chain that ends in none of the anchors. */
export const noTrustedRoot = 'no trusted root issued this chain';

const maximumChainLength = 4;
const maximumCertificateLength = 8192;
const clockSkewSeconds = 60;

const ecdsaWithSha256 = '2a8648ce3d040302';
const ecPublicKeyOnP256 = '2a8648ce3d0201.2a8648ce3d030107';
const commonName = '550403';
const organisation = '55040a';
const organisationIdentifier = '550461';
const extension = { keyUsage: '551d0f', subjectAlternativeName: '551d11', basicConstraints: '551d13', extendedKeyUsage: '551d25', authorityKey: '551d23' };
const issuerUsage = '6982a7d4c586b398b2a7f9ac84f8a4b0e7b6e279';
/** The extended key usages of Modellstadt (2.25 followed by a random UUID), and `mdlDS` of ISO/IEC 18013-5 Annex B.1.4. */
const roleUsages: Record<Role, string[]> = {
  issuer: [issuerUsage],
  mdocIssuer: [issuerUsage, '28818c5d050102'],
  verifier: ['6981fec3b9a0c18a92b6d5a2d1aefdf4b3ceea3b'],
  registrar: ['698bcd91f4e9f2f284d9a2c3bdf8d282d3fa41'],
};
const digitalSignature = 0x80;
const certificateSigning = 0x04;

/** @throws ProtocolFailure `malformed` when it is not a certificate this wallet understands in full. */
export function readCertificate(der: Bytes): Certificate {
  if (der.length > maximumCertificateLength) throw broken('too long');
  const [body, algorithm, signature] = readInside(readElement(der), Tag.sequence);
  const fields = readInside(body, Tag.sequence).filter((field, index) => index > 0 || field.tag !== 0xa0);
  const [, innerAlgorithm, issuer, validity, subject, publicKey] = fields;
  if (objectIdentifier(readInside(algorithm, Tag.sequence)[0]) !== ecdsaWithSha256) throw broken('signature algorithm');
  if (!body || !algorithm || !innerAlgorithm || !sameBytes(algorithm.whole, innerAlgorithm.whole)) throw broken('signature algorithm');
  const [notBefore, notAfter] = readInside(validity, Tag.sequence);
  const keyAlgorithm = readInside(readInside(publicKey, Tag.sequence)[0], Tag.sequence);
  if (keyAlgorithm.map(objectIdentifier).join('.') !== ecPublicKeyOnP256) throw broken('key algorithm');
  const [r, s] = readInside(readElement(readBits(signature)), Tag.sequence);
  return {
    der,
    signed: body.whole,
    signature: new Uint8Array([...readUnsigned(r, 32), ...readUnsigned(s, 32)]),
    issuer: issuer!.whole,
    subject: subject!.whole,
    subjectName: nameOf(subject, organisation) ?? nameOf(subject, commonName),
    identifier: nameOf(subject, organisationIdentifier),
    notBefore: readTime(notBefore),
    notAfter: readTime(notAfter),
    publicKey: publicKey!.whole,
    ...readExtensions(fields.find((field) => field.tag === 0xa3)),
  };
}

/** In the place of an anchor where nobody vouches for a chain. */
export const nobody: Anchor = { name: { de: '', en: '' }, certificate: '', demo: false };

/**
 * Checks an `x5c` header (RFC 7515 section 4.1.6: leaf first, here without the root) up to one of the anchors. With {@link nobody} among
 * them a chain that ends in none of the others is followed as far as it goes: then it proves that the sender is the same as before, not
 * who it is.
 *
 * @throws ProtocolFailure `untrusted` when it does not end in an anchor, `malformed` when it cannot be read.
 */
export async function verifyChain(x5c: unknown, role: Role, anchors: Anchor[], now: number): Promise<VerifiedChain> {
  const { chain, anchor } = readChain(x5c, anchors);
  if (chain.some((certificate) => sameBytes(certificate.issuer, certificate.subject))) throw untrusted('a root among the certificates');
  if (anchor !== nobody) checkLeaf(chain[0]!, role);
  const path = anchor === nobody ? chain : [...chain, anchorCertificate(anchor)];
  for (const [index, certificate] of path.entries()) {
    if (index > 0) checkAuthority(certificate, index);
    checkTime(certificate, now);
    const issuer = path[index + 1];
    if (issuer) await checkIssuedBy(certificate, issuer);
  }
  const leaf = chain[0]!;
  return { leaf, anchor, key: await importKey(leaf) };
}

/**
 * The anchor that a chain names as its root, without checking the chain: for what was checked when it arrived.
 *
 * @throws ProtocolFailure `untrusted` when it is none of them, `malformed` when the chain cannot be read.
 */
export function anchorOf(x5c: unknown, anchors: Anchor[]): Anchor {
  return readChain(x5c, anchors).anchor;
}

/** Which authorities issued the certificates of a chain that was checked when it arrived, by their key identifiers. */
export function authorityKeysOf(x5c: unknown): string[] {
  return isCertificateList(x5c) ? x5c.flatMap((text) => readCertificate(decode(text)).authorityKey ?? []) : [];
}

function readChain(x5c: unknown, anchors: Anchor[]): { chain: Certificate[]; anchor: Anchor } {
  if (!isCertificateList(x5c)) throw new ProtocolFailure('malformed', 'x5c', `1 to ${maximumChainLength} certificates expected`);
  const chain = x5c.map((text) => readCertificate(decode(text)));
  const known = anchors.filter((candidate) => candidate !== nobody);
  const anchor = known.find((candidate) => sameBytes(anchorCertificate(candidate).subject, chain.at(-1)!.issuer)) ?? anchors.find((candidate) => candidate === nobody);
  if (!anchor) throw untrusted(noTrustedRoot);
  return { chain, anchor };
}

/** The certificate's own claim to a host; a certificate without DNS names is bound to none. */
export function speaksFor(leaf: Certificate, url: URL): boolean {
  return leaf.dnsNames.length === 0 || leaf.dnsNames.includes(url.hostname.toLowerCase());
}

function isCertificateList(x5c: unknown): x5c is string[] {
  return Array.isArray(x5c) && x5c.length > 0 && x5c.length <= maximumChainLength && x5c.every((text) => typeof text === 'string');
}

const anchorCertificates = new WeakMap<Anchor, Certificate>();

function anchorCertificate(anchor: Anchor): Certificate {
  const known = anchorCertificates.get(anchor) ?? readCertificate(decode(anchor.certificate));
  anchorCertificates.set(anchor, known);
  return known;
}

function checkLeaf({ authority, keyUsage, extendedKeyUsage }: Certificate, role: Role): void {
  if (authority) throw untrusted('the leaf is an authority');
  if (keyUsage !== undefined && !(keyUsage & digitalSignature)) throw untrusted('the leaf may not sign');
  if (extendedKeyUsage && !extendedKeyUsage.some((usage) => roleUsages[role].includes(usage))) throw untrusted(`the leaf is no ${role}`);
}

/** `index` is the place in the path, so `index - 1` authorities stand below this one (RFC 5280 section 4.2.1.9). */
function checkAuthority({ authority, pathLength, keyUsage }: Certificate, index: number): void {
  if (!authority || pathLength < index - 1) throw untrusted('an issuer in the chain is no authority for it');
  if (keyUsage !== undefined && !(keyUsage & certificateSigning)) throw untrusted('an issuer in the chain may not sign certificates');
}

function checkTime(certificate: Certificate, now: number): void {
  if (now + clockSkewSeconds < certificate.notBefore || now - clockSkewSeconds > certificate.notAfter) {
    throw untrusted('a certificate of the chain is not valid now');
  }
}

const verifiedLinks = new Set<string>();

/** Signatures never change, so one that held is not checked again: ten copies of a card share one chain. */
async function checkIssuedBy(certificate: Certificate, issuer: Certificate): Promise<void> {
  const link = `${toBase64Url(certificate.der)}.${toBase64Url(issuer.publicKey)}`;
  if (verifiedLinks.has(link)) return;
  const holds =
    sameBytes(certificate.issuer, issuer.subject) &&
    (await crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, await importKey(issuer), certificate.signature, certificate.signed));
  if (!holds) throw untrusted('a certificate of the chain was not signed by the next one');
  verifiedLinks.add(link);
}

async function importKey(certificate: Certificate): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('spki', certificate.publicKey, { name: 'ECDSA', namedCurve: 'P-256' }, false, ['verify']);
  } catch (error) {
    throw broken(`public key: ${String(error)}`);
  }
}

type Extensions = Pick<Certificate, 'authority' | 'pathLength' | 'keyUsage' | 'extendedKeyUsage' | 'dnsNames' | 'authorityKey'>;

/** RFC 5280 section 4.2: a critical extension that is not understood makes the certificate unusable. */
function readExtensions(field: Element | undefined): Extensions {
  const found: Extensions = { authority: false, pathLength: Infinity, keyUsage: undefined, extendedKeyUsage: undefined, dnsNames: [], authorityKey: undefined };
  for (const entry of field ? readInside(readElement(field.content), Tag.sequence) : []) {
    const parts = readInside(entry, Tag.sequence);
    const name = objectIdentifier(parts[0]);
    const critical = parts[1]?.tag === Tag.boolean && parts[1].content[0] !== 0;
    const value = readElement(contentOf(parts.at(-1), Tag.octetString));
    if (name === extension.basicConstraints) Object.assign(found, readBasicConstraints(value));
    else if (name === extension.keyUsage) found.keyUsage = contentOf(value, Tag.bitString)[1] ?? 0;
    else if (name === extension.subjectAlternativeName) found.dnsNames = readDnsNames(value);
    else if (name === extension.authorityKey) found.authorityKey = readAuthorityKey(value);
    else if (name === extension.extendedKeyUsage) found.extendedKeyUsage = readInside(value, Tag.sequence).map(objectIdentifier);
    else if (critical) throw broken(`critical extension ${name}`);
  }
  return found;
}

function readBasicConstraints(value: Element): { authority: boolean; pathLength: number } {
  const parts = readInside(value, Tag.sequence);
  const authority = parts[0]?.tag === Tag.boolean && parts[0].content[0] !== 0;
  const limit = parts.find((part) => part.tag === Tag.integer);
  return { authority, pathLength: limit ? readUnsigned(limit, 1)[0]! : Infinity };
}

function readAuthorityKey(value: Element): string | undefined {
  const keyIdentifier = 0x80;
  const found = readInside(value, Tag.sequence).find(({ tag }) => tag === keyIdentifier);
  return found && toBase64Url(found.content);
}

function readDnsNames(value: Element): string[] {
  const dnsName = 0x82;
  return readInside(value, Tag.sequence)
    .filter((name) => name.tag === dnsName)
    .map((name) => text(name).toLowerCase());
}

function nameOf(subject: Element | undefined, attribute: string): string | undefined {
  for (const set of readInside(subject, Tag.sequence)) {
    for (const pair of readInside(set, Tag.set)) {
      const [type, value] = readInside(pair, Tag.sequence);
      if (objectIdentifier(type) === attribute && value) return text(value);
    }
  }
  return undefined;
}

function readTime(element: Element | undefined): number {
  if (element?.tag !== Tag.utcTime && element?.tag !== Tag.generalizedTime) throw broken('time');
  const digits = text(element);
  const full = element.tag === Tag.utcTime ? `${Number(digits.slice(0, 2)) < 50 ? '20' : '19'}${digits}` : digits;
  const parts = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})Z$/.exec(full);
  if (!parts) throw broken('time');
  const [year, month, day, hour, minute, second] = parts.slice(1).map(Number) as [number, number, number, number, number, number];
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000;
}

function objectIdentifier(element: Element | undefined): string {
  return Array.from(contentOf(element, Tag.objectIdentifier), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function text(element: Element): string {
  return new TextDecoder().decode(element.content);
}

function decode(base64: string): Bytes {
  try {
    return fromBase64(base64);
  } catch {
    throw broken('not base64');
  }
}

function untrusted(detail: string): ProtocolFailure {
  return new ProtocolFailure('untrusted', 'x5c', detail);
}
