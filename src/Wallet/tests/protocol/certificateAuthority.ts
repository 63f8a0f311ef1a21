import 'reflect-metadata';
import * as x509 from '@peculiar/x509';
import { toBase64Url, type Bytes } from '../../src/protocol/bytes';
import type { Anchor } from '../../src/protocol/contract';

const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const;

const usages = {
  issuer: '2.25.196500083315134935517458646515462287737',
  verifier: '2.25.169162161851234185285920396843152553275',
  documentSigner: '1.0.18013.5.1.2',
  registrar: '2.25.7711287460907871487385836888960335169',
};

/** A signer with its certificate, as an issuer or verifier holds it. */
export interface Signer {
  keys: CryptoKeyPair;
  /** base64 DER, leaf first, without the root. */
  x5c: string[];
}

/** A root made with a certificate library other than the code under test. */
export class CertificateAuthority {
  readonly name: string;
  readonly #keys: CryptoKeyPair;
  readonly #root: x509.X509Certificate;

  private constructor(name: string, keys: CryptoKeyPair, root: x509.X509Certificate) {
    this.name = name;
    this.#keys = keys;
    this.#root = root;
  }

  static async create(name: string, now: number): Promise<CertificateAuthority> {
    const keys = await newKeys();
    const root = await x509.X509CertificateGenerator.createSelfSigned({
      name: `CN=${name}`,
      keys,
      signingAlgorithm: algorithm,
      notBefore: date(now - 86_400),
      notAfter: date(now + 864_000),
      extensions: [
        new x509.BasicConstraintsExtension(true, 1, true),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true),
      ],
    });
    return new CertificateAuthority(name, keys, root);
  }

  /** The same signer with the root beside its leaf, which HAIP 1.0 section 4.1 forbids. */
  withRoot(signer: Signer): Signer {
    return { ...signer, x5c: [...signer.x5c, base64(this.#root.rawData)] };
  }

  get anchor(): Anchor {
    const name = this.name;
    return { name: { de: name, en: name }, certificate: base64(this.#root.rawData), demo: true };
  }

  /** Its key identifier as its signers' certificates name it, base64url. */
  async keyIdentifier(): Promise<string> {
    return Buffer.from((await x509.AuthorityKeyIdentifierExtension.create(this.#keys.publicKey)).keyId!, 'hex').toString('base64url');
  }

  /** A signer of this root; `until` is when its certificate ends, `identifier` its organisation's semantic identifier. */
  async signer(name: string, host: string, until: number, role: keyof typeof usages, authority = false, identifier?: string): Promise<Signer> {
    const keys = await newKeys();
    const leaf = await x509.X509CertificateGenerator.create({
      subject: `O=${name}, CN=${host}${identifier ? `, 2.5.4.97=${identifier}` : ''}`,
      issuer: this.#root.subject,
      publicKey: keys.publicKey,
      signingKey: this.#keys.privateKey,
      signingAlgorithm: algorithm,
      notBefore: date(until - 864_000),
      notAfter: date(until),
      extensions: [
        new x509.BasicConstraintsExtension(authority),
        new x509.KeyUsagesExtension(x509.KeyUsageFlags.digitalSignature, true),
        new x509.ExtendedKeyUsageExtension([usages[role]], true),
        new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: host }]),
        await x509.AuthorityKeyIdentifierExtension.create(this.#keys.publicKey),
      ],
    });
    return { keys, x5c: [base64(leaf.rawData)] };
  }
}

export async function newKeys(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
}

export async function signBytes(key: CryptoKey, data: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key, data));
}

/** A compact JWS over `payload`. */
export async function signToken(signer: Signer, header: object, payload: object): Promise<string> {
  const encode = (part: object) => toBase64Url(new TextEncoder().encode(JSON.stringify(part)));
  const text = `${encode({ alg: 'ES256', x5c: signer.x5c, ...header })}.${encode(payload)}`;
  return `${text}.${toBase64Url(await signBytes(signer.keys.privateKey, new TextEncoder().encode(text)))}`;
}

function date(seconds: number): Date {
  return new Date(seconds * 1000);
}

function base64(bytes: ArrayBuffer): string {
  return Buffer.from(bytes).toString('base64');
}
