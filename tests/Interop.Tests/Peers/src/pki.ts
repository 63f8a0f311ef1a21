/** A foreign authority with certificates for issuing, for asking and for attesting wallets (@peculiar/x509). */
import { webcrypto } from 'node:crypto';
import { BasicConstraintsExtension, ExtendedKeyUsageExtension, KeyUsageFlags, KeyUsagesExtension, SubjectAlternativeNameExtension, SubjectKeyIdentifierExtension, AuthorityKeyIdentifierExtension, X509CertificateGenerator, type X509Certificate } from '@peculiar/x509';
import type { JWK } from 'jose';

export interface Identity {
  /** Leaf certificate, base64 DER. */
  certificate: string;
  secret: JWK;
}

export interface Pki {
  /** Base64 DER. */
  root: string;
  issuer: Identity;
  verifier: Identity;
  walletProvider: Identity;
}

/** The extended key usages that Modellstadt's wallets and issuers demand of whoever issues, asks and attests, and those of ISO/IEC 18013-5 Annex B. */
const roles = {
  issuer: ['2.25.196500083315134935517458646515462287737', '1.0.18013.5.1.2'],
  walletProvider: ['2.25.128578235950353670533005345346863444175'],
  verifier: ['2.25.169162161851234185285920396843152553275', '1.0.18013.5.1.6'],
};

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const validity = { notBefore: new Date(Date.now() - 60_000), notAfter: new Date(Date.now() + 24 * 60 * 60_000) };

let made: Promise<Pki> | undefined;

/** Made once. */
export function pki(): Promise<Pki> {
  return (made ??= make());
}

async function make(): Promise<Pki> {
  const keys = await newKeys();
  const root = await X509CertificateGenerator.createSelfSigned(
    {
      name: 'CN=Foreign root, C=FR',
      keys,
      signingAlgorithm: algorithm,
      ...validity,
      extensions: [
        new BasicConstraintsExtension(true, 0, true),
        new KeyUsagesExtension(KeyUsageFlags.keyCertSign | KeyUsageFlags.cRLSign, true),
        await SubjectKeyIdentifierExtension.create(keys.publicKey, false, webcrypto as never),
      ],
    },
    webcrypto as never,
  );
  const issue = (name: string, usages: string[]) => issueLeaf(root, keys.privateKey, name, usages);
  return {
    root: root.toString('base64'),
    issuer: await issue('Foreign issuer', roles.issuer),
    verifier: await issue('Foreign verifier', roles.verifier),
    walletProvider: await issue('Foreign wallet provider', roles.walletProvider),
  };
}

async function issueLeaf(root: X509Certificate, signingKey: webcrypto.CryptoKey, name: string, usages: string[]): Promise<Identity> {
  const { publicKey, privateKey } = await newKeys();
  const leaf = await X509CertificateGenerator.create(
    {
      subject: `CN=${name}, C=FR`,
      issuer: root.subject,
      publicKey,
      signingKey,
      signingAlgorithm: algorithm,
      ...validity,
      extensions: [
        new BasicConstraintsExtension(false, undefined, true),
        new KeyUsagesExtension(KeyUsageFlags.digitalSignature, true),
        new ExtendedKeyUsageExtension(usages),
        new SubjectAlternativeNameExtension([{ type: 'dns', value: 'localhost' }]),
        await AuthorityKeyIdentifierExtension.create(root, false, webcrypto as never),
      ],
    },
    webcrypto as never,
  );
  return { certificate: leaf.toString('base64'), secret: (await webcrypto.subtle.exportKey('jwk', privateKey)) as JWK };
}

async function newKeys(): Promise<webcrypto.CryptoKeyPair> {
  return (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as webcrypto.CryptoKeyPair;
}
