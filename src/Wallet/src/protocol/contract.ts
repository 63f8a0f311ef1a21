/**
 * What the screens of the wallet and its protocol work know of each other.
 *
 * The screens show sessions and decide; `protocol/` speaks OpenID4VCI, OpenID4VP and SD-JWT. Keys and storage belong to the
 * screens' side and are lent through {@link Context}, so the protocol code never sees a private key.
 * All times are whole seconds since 1970-01-01 UTC.
 */

/** The languages in which issuers, verifiers and the town write. What the wallet itself speaks is more: `texts/languages.ts`. */
export type Language = 'de' | 'en';

/** One text of others in each of their languages. */
export type Text = Record<Language, string>;

/** Who stands on the other side, as far as its certificate proves it. */
export interface Trust {
  /** The certificate chain ends in an anchor of {@link WalletConfig.trust} and fits the host. */
  trusted: boolean;
  /** Name out of the certificate; without trust whatever the other side calls itself. */
  name: string;
  host: string;
  /** Demonstration only; marked DEMO wherever the name stands. */
  demo: boolean;
}

/** An issuer together with its identifier (the Credential Issuer Identifier, a URL). */
export interface Issuer extends Trust {
  id: string;
}

/** Format identifiers of OpenID4VCI 1.0 appendices A.2 and A.3. */
export type CredentialFormat = 'dc+sd-jwt' | 'mso_mdoc';

/** One of the one-time copies of a credential: the same claims, but keys, salts and status index of its own. */
export type Copy = SdJwtCopy | MdocCopy;

export interface SdJwtCopy extends CopyState {
  format: 'dc+sd-jwt';
  /** The SD-JWT as issued, with all disclosures and without key binding. */
  sdJwt: string;
}

export interface MdocCopy extends CopyState {
  format: 'mso_mdoc';
  /** `IssuerSigned` of ISO/IEC 18013-5 as issued, base64url. */
  issuerSigned: string;
}

export interface CopyState {
  /** The holder's key in the {@link KeyVault}. */
  keyId: string;
  /** Token Status List reference; `listNumber` is the last path segment of `uri` when that is a number. */
  status?: { uri: string; index: number; listNumber: number };
  /** Already shown to somebody; shown again only when no unused copy is left. */
  used: boolean;
}

export interface ClaimDisplay {
  path: string[];
  label: Text;
}

export interface CredentialDisplay {
  title: Text;
  claims: ClaimDisplay[];
  /** CSS colours of the card, `#rrggbb`. */
  background?: string;
  text?: string;
}

/** A card as the wallet keeps it. */
export interface StoredCredential {
  /** Random, known to this wallet only. */
  id: string;
  configurationId: string;
  /** Of all its copies. */
  format: CredentialFormat;
  /** The type: `vct` of an SD-JWT VC, `docType` of an mdoc. */
  vct: string;
  issuer: Issuer;
  /** By name; of an mdoc by name space and element, with bytes as base64url and dates as text. */
  claims: Record<string, unknown>;
  copies: Copy[];
  /** `exp` of the credential, or `validUntil` of the mdoc. */
  validUntil?: number;
  receivedAt: number;
  display: CredentialDisplay;
}

/** ES256 keys that never leave the browser's key store. */
export interface KeyVault {
  create(count: number): Promise<{ keyId: string; publicJwk: JsonWebKey }[]>;
  /** ECDSA P-256 with SHA-256 over `data`; 64 bytes r‖s as JWS wants them. */
  sign(keyId: string, data: Uint8Array): Promise<Uint8Array>;
  remove(keyIds: string[]): Promise<void>;
}

/** A root certificate the wallet believes, from `/config.json`. */
export interface Anchor {
  name: Text;
  /** DER, base64. */
  certificate: string;
  demo: boolean;
}

/** `/config.json` of the wallet's own host. */
export interface WalletConfig {
  town: { ags: string; name: string; portal: string };
  demo: boolean;
  /** Plain http is allowed for the other side (local demonstration only). */
  insecureHttpAllowed: boolean;
  /** `registrars` is missing in what an older server sent and this browser kept. */
  trust: { issuers: Anchor[]; verifiers: Anchor[]; registrars?: Anchor[] };
}

/** What the protocol work borrows from the wallet. */
export interface Context {
  config: WalletConfig;
  keys: KeyVault;
  credentials(): Promise<StoredCredential[]>;
  now(): number;
  language: Language;
}

export type FailureKind =
  /** The link, code or offer is over. */
  | 'expired'
  /** The other side could not be reached. */
  | 'network'
  /** The other side's certificate or signature does not hold. */
  | 'untrusted'
  /** The other side answered with a refusal; `code` is its error code. */
  | 'refused-by-peer'
  /** What arrived does not follow the specification, or exceeds our limits. */
  | 'malformed'
  /** Wrong transaction code; the session may be tried again. */
  | 'wrong-code'
  /** No card of this wallet answers the question. */
  | 'no-matching-card'
  /** Correct, but something this wallet cannot do. */
  | 'unsupported';

/** The only error the protocol functions throw on purpose. */
export class ProtocolFailure extends Error {
  readonly kind: FailureKind;
  /** Error code of the specification or the peer, for the details line. */
  readonly code: string | undefined;
  /** For developers; never shown as the main sentence. */
  readonly detail: string | undefined;

  constructor(kind: FailureKind, code?: string, detail?: string) {
    super([kind, code, detail].filter(Boolean).join(': '));
    this.name = 'ProtocolFailure';
    this.kind = kind;
    this.code = code;
    this.detail = detail;
  }
}

export interface OfferedCredential {
  configurationId: string;
  format: CredentialFormat;
  title: Text;
  claims: ClaimDisplay[];
  background?: string;
  text?: string;
}

/** An offer that was read and checked, but not yet accepted. */
export interface OfferSession {
  issuer: Issuer;
  credentials: OfferedCredential[];
  /** Present when the issuer wants a code that came another way. */
  transactionCode?: { length?: number; numeric: boolean };
  /** Fetches the credentials. After `wrong-code` it may be called again. Nothing is stored yet. */
  accept(transactionCode?: string): Promise<StoredCredential[]>;
}

export interface AskedCredential {
  queryId: string;
  /** The kind of card that is asked for, for the sentence when none fits. */
  vcts: string[];
  /** Cards of this wallet that fit, best first. */
  candidates: StoredCredential[];
  /** What is asked; empty `candidates` leaves labels to the screen. */
  claims: { path: string[]; optional: boolean }[];
}

/** What a registrar has entered about a verifier. */
export interface Registration {
  name: string;
  /** In the language of the context; empty when nothing is entered. */
  purpose: string;
  /** What is asked and not registered; an empty path stands for the whole card. */
  unregistered: { queryId: string; path: string[] }[];
}

/** A question that was read and checked, but not yet answered. */
export interface RequestSession {
  verifier: Trust;
  /** Only set when the verifier sends a registration that a trusted registrar signed. */
  registration?: Registration;
  /** What the person declares by answering, in the language of the context. */
  declarations: string[];
  /** Host that receives the answer. */
  responseHost: string;
  /** In the language of the context; empty when the verifier says nothing. */
  purpose: string;
  /** The question came from another screen: the link says so (`device=cross`), or the verifier (`modellstadt_cross_device`). */
  crossDevice: boolean;
  asked: AskedCredential[];
  /** Only set when the issuer is trusted and shares the origin of the response address. */
  announcedOffer?: { issuer: string; configurationIds: string[] };
  /** Sends the answer; `choice` maps each query id to a credential id. */
  confirm(choice: Record<string, string>): Promise<{ redirectUri?: string; usedCopies: { credentialId: string; keyId: string }[] }>;
  /** Tells the verifier `access_denied`. */
  refuse(): Promise<{ redirectUri?: string }>;
}

export type CredentialStatus = 'valid' | 'revoked' | 'suspended' | 'expired' | 'unknown';

/** The functions `protocol/index.ts` exports; the screens load it as a chunk of its own. */
export interface Protocol {
  /** Reads and checks a credential offer link. */
  openOffer(link: URL, context: Context): Promise<OfferSession>;
  /** Reads and checks a presentation request link. A missing card is no failure here: `candidates` is empty then. */
  openRequest(link: URL, context: Context): Promise<RequestSession>;
  /** `unknown` when the status list cannot be reached or checked. */
  checkStatus(credential: StoredCredential, context: Context): Promise<CredentialStatus>;
}
