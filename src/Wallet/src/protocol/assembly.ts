/** From the copies an issuer sent to a card, when they are what was asked for. */
import { nobody, speaksFor } from './certificates';
import { ProtocolFailure, type Anchor, type Context, type Issuer, type StoredCredential } from './contract';
import { saySame } from './copies';
import { readDisplay, readText } from './display';
import { formatOf, typeOf, type IssuerMetadata } from './issuerMetadata';
import { keptCopy, verifyCopy, type ReceivedCopy } from './receivedCopy';
import { isObject } from './signedToken';
import type { SigningKeys } from './signingKeys';
import { readUrl } from './wire';

export class Assembly {
  readonly #metadata: IssuerMetadata;
  readonly #context: Context;
  readonly #keys: SigningKeys;
  readonly #anchors: Anchor[];

  /** `unknownIssuer`: the person was told that nobody vouches for this issuer, and took the card. */
  constructor(metadata: IssuerMetadata, context: Context, keys: SigningKeys, unknownIssuer: boolean) {
    this.#metadata = metadata;
    this.#context = context;
    this.#keys = keys;
    this.#anchors = unknownIssuer ? [...context.config.trust.issuers, nobody] : context.config.trust.issuers;
  }

  async card(configurationId: string, texts: string[]): Promise<StoredCredential> {
    const configuration = this.#metadata.knownCredentialConfigurations[configurationId];
    const format = formatOf(configuration)!;
    const received = await Promise.all(texts.map((text) => verifyCopy(format, text, this.#anchors, this.#context.now())));
    const first = received[0]!;
    for (const copy of received) this.#check(copy, first, typeOf(configuration));
    const copies = received.map((copy) => keptCopy(format, copy, this.#keyOf(copy)));
    if (new Set(copies.map((copy) => copy.keyId)).size < copies.length) throw broken('cnf', 'two copies share a key');
    const ends = received.map(({ validUntil }) => validUntil).filter((end) => end !== undefined);
    return {
      id: crypto.randomUUID(),
      configurationId,
      format,
      vct: first.type as string,
      issuer: this.#issuerOf(first),
      claims: first.claims,
      copies,
      ...(ends.length > 0 && { validUntil: Math.min(...ends) }),
      receivedAt: this.#context.now(),
      display: readDisplay(configuration, configurationId),
    };
  }

  /** The certificate must stand for the issuer that was asked, and every copy must say the same. */
  #check({ leaf, anchor, type, namedIssuer, claims, validUntil = Infinity }: ReceivedCopy, first: ReceivedCopy, expectedType: unknown): void {
    const issuer = new URL(this.#metadata.credentialIssuer.credential_issuer);
    if (type !== expectedType) throw broken('vct', 'another type of credential than offered');
    if (namedIssuer !== undefined && readUrl(namedIssuer)?.host !== issuer.host) throw new ProtocolFailure('untrusted', 'iss', 'another issuer');
    if (anchor !== first.anchor) throw new ProtocolFailure('untrusted', 'x5c', 'the copies are of different authorities');
    if (!speaksFor(leaf, issuer)) throw new ProtocolFailure('untrusted', 'x5c', 'the certificate is for another host');
    if (validUntil <= this.#context.now()) throw broken('exp', 'the credential is over');
    if (!saySame(claims, first.claims)) throw broken('claims', 'the copies differ');
  }

  /** Matched by key, never by position: the issuer may answer in any order. */
  #keyOf({ holderKey }: ReceivedCopy): string {
    const keyId = isObject(holderKey) ? this.#keys.keyIdOf(holderKey) : undefined;
    if (!keyId) throw broken('cnf', 'bound to a key that is not ours');
    return keyId;
  }

  #issuerOf({ leaf, anchor }: ReceivedCopy): Issuer {
    const { credential_issuer: id, display } = this.#metadata.credentialIssuer;
    const { host } = new URL(id);
    const { language } = this.#context;
    if (anchor === nobody) return { id, host, trusted: false, name: readText(display, host)[language], demo: this.#context.config.demo };
    return { id, host, trusted: true, name: leaf.subjectName ?? anchor.name[language], demo: anchor.demo, by: anchor.name };
  }
}

function broken(code: string, detail: string): ProtocolFailure {
  return new ProtocolFailure('malformed', code, detail);
}
