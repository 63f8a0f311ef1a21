/** Certificates: chains to pinned anchors, and names. With node's own X.509 code, a third opinion beside .NET's and the wallet app's. */
import { X509Certificate } from 'node:crypto';
import type { JWK } from 'jose';

/** The key of the first certificate of `x5c`, after the chain has led to one of the anchors. Certificates are base64 DER. */
export function keyOfChain(x5c: string[], anchors: string[]): JWK {
  const chain = x5c.map(readCertificate);
  const pinned = anchors.map(readCertificate);
  const leaf = chain[0];
  if (!leaf) throw new TypeError('x5c is empty');
  for (const [index, certificate] of chain.entries()) {
    if (!isInForce(certificate)) throw new TypeError(`not in force: ${certificate.subject}`);
    if (pinned.some((anchor) => isIssuedBy(certificate, anchor))) return leaf.publicKey.export({ format: 'jwk' }) as JWK;
    const next = chain[index + 1];
    if (!next || !isIssuedBy(certificate, next)) throw new TypeError(`nobody trusted has issued ${certificate.subject}`);
  }
  throw new TypeError('the chain leads nowhere');
}

/** The alternative names of a certificate (base64 DER). */
export function namesOf(certificate: string): { sanDnsNames: string[]; sanUriNames: string[] } {
  const names = (readCertificate(certificate).subjectAltName ?? '').split(', ');
  const ofKind = (kind: string) => names.filter((name) => name.startsWith(kind)).map((name) => name.slice(kind.length));
  return { sanDnsNames: ofKind('DNS:'), sanUriNames: ofKind('URI:') };
}

function readCertificate(text: string): X509Certificate {
  return new X509Certificate(Buffer.from(text, 'base64'));
}

function isIssuedBy(certificate: X509Certificate, authority: X509Certificate): boolean {
  return certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
}

function isInForce({ validFrom, validTo }: X509Certificate): boolean {
  return Date.parse(validFrom) <= Date.now() && Date.now() <= Date.parse(validTo);
}
