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
  /** Who vouches: the name of the anchor. Missing where only the address is known, or nothing at all. */
  by?: Text;
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
  /** `notification_id` of the batch: under it the issuer knows these copies. */
  notificationId?: string;
  /** The way to fresh copies without the person; missing when the issuer gives none. */
  renewal?: Access;
}

/** A key of the {@link KeyVault} and its public half. */
export interface KeptKey {
  keyId: string;
  publicJwk: JsonWebKey;
}

/** An access token, and all that is needed to use it or to get another. */
export interface Access {
  /** The authorization server. */
  server: string;
  token: string;
  /** Empty when the wallet came without a name. */
  clientId: string;
  /** The wallet proved what it is. */
  attested: boolean;
  /** `credential_identifiers` by configuration id; to be used where they are there. */
  identifiers: Record<string, string>;
  /** The key the tokens are bound to; without one they are bearer tokens. */
  dpop?: KeptKey;
  refreshToken?: string;
}

/** ES256 keys that never leave the browser's key store. */
export interface KeyVault {
  create(count: number): Promise<KeptKey[]>;
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
  /** `issuer` is the town's Credential Issuer Identifier; missing in what an older server sent and this browser kept. */
  town: { ags: string; name: string; portal: string; issuer?: string };
  demo: boolean;
  /** Plain http is allowed for the other side (local demonstration only). */
  insecureHttpAllowed: boolean;
  /** `registrars` is missing in what an older server sent and this browser kept. */
  trust: { issuers: Anchor[]; verifiers: Anchor[]; registrars?: Anchor[] };
}

/** The town as wallet provider: its word for this wallet, and for the keys this wallet keeps. */
export interface WalletProvider {
  /**
   * A wallet attestation (OpenID4VCI 1.0 appendix E) over a key of the vault that this authorization server alone gets to see, and always
   * the same. `fresh`: the last one was refused.
   */
  attestation(server: string, fresh: boolean): Promise<WalletAttestation>;
  /** A key attestation (appendix D) over keys of the vault and the issuer's nonce. */
  attestKeys(keys: KeptKey[], nonce: string | undefined): Promise<string>;
}

export interface WalletAttestation {
  jwt: string;
  /** `sub`: the same for every wallet of the provider. */
  clientId: string;
  /** The key it is bound to (`cnf`). */
  key: KeptKey;
}

/** Which anchor signed an issuer's metadata when they were first seen signed. */
export interface MetadataSigners {
  /** The anchor's certificate (base64), or nothing. */
  of(issuer: string): Promise<string | undefined>;
  keep(issuer: string, anchor: string): Promise<void>;
}

/** What the protocol work borrows from the wallet. */
export interface Context {
  /** The wallet's own origin: its name where no provider gives it one, and where browsers come back to. */
  origin: string;
  /** Missing where the wallet has none. */
  provider?: WalletProvider;
  signers: MetadataSigners;
  config: WalletConfig;
  keys: KeyVault;
  credentials(): Promise<StoredCredential[]>;
  /**
   * Takes a copy of a card to be shown: one that nobody has seen, or the last when none is left. It counts as used from now on, whatever comes
   * of it, and nobody else is given it. As it was before; undefined when the card is gone, or says something else than it did.
   */
  takeCopy(card: StoredCredential): Promise<Copy | undefined>;
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
  /** How many one-time copies of each credential will be asked for. */
  copies: number;
  /** Present when the issuer wants a code that came another way. */
  transactionCode?: { length?: number; numeric: boolean };
  /** Present when the issuer asks the person first, on its own page: then {@link OfferSession.leave} takes the place of `accept`. */
  signIn?: { host: string };
  /**
   * Fetches the credentials. After `wrong-code` it may be called again. Nothing is stored yet. Credentials nobody vouches for are
   * taken only when the issuer is not trusted, and the person was told so.
   */
  accept(transactionCode?: string): Promise<Issued>;
  /** Prepares the way to the issuer's page and back. */
  leave(): Promise<Departure>;
}

/** What an issuer gave, or promised. */
export interface Issued {
  cards: StoredCredential[];
  waiting: WaitingCredential[];
}

/** A credential that the issuer is still making (OpenID4VCI 1.0 section 9). Kept sealed. */
export interface WaitingCredential {
  /** Random, known to this wallet only. */
  id: string;
  issuer: Issuer;
  configurationId: string;
  title: Text;
  transactionId: string;
  /** Seconds that the issuer wants to be left alone. */
  interval: number;
  askAgainAt: number;
  since: number;
  keys: KeptKey[];
  access: Access;
}

/** The way to the issuer's page, and what the wallet has to know when the browser comes back. */
export interface Departure {
  address: string;
  pending: PendingAuthorization;
}

/** Kept sealed between leaving and coming back: it holds the PKCE verifier. */
export interface PendingAuthorization {
  /** `state` of the request. */
  id: string;
  issuer: string;
  /** The authorization server that was asked. */
  server: string;
  configurationIds: string[];
  clientId: string;
  redirectUri: string;
  codeVerifier: string;
  /** The key the code is bound to. */
  dpop?: KeptKey;
  /** The wallet proved what it is; it will not do with less on the way back. */
  attested: boolean;
  until: number;
}

/** A card that answers a question, and how much of it can be shown. Every path is a list of names; `*` stands for every element. */
export interface Candidate {
  card: StoredCredential;
  /** What it can show, the least first. Each of the others is more than the first, and that more is up to the person. */
  options: string[][][];
  /** What everybody sees to whom this card is shown, asked or not. */
  always: string[][];
}

export interface AskedCredential {
  queryId: string;
  /** The kind of card that is asked for, for the sentence when none fits. */
  vcts: string[];
  /** Cards of this wallet that fit, best first. */
  candidates: Candidate[];
  /** Everything the query names; optional is what the best card, or without one any set of claims, does without. */
  claims: { path: string[]; optional: boolean }[];
  /** Nobody requires it: the queries of one group are answered together, or left out together. */
  optionalGroup?: number;
}

/** Which card answers a query, and which of its {@link Candidate.options}. */
export interface Answering {
  cardId: string;
  option: number;
}

/** By query id. What is not required may be missing. */
export type Choice = Record<string, Answering>;

/** One copy of a card. */
export interface UsedCopy {
  credentialId: string;
  keyId: string;
  /** It had been shown before. */
  repeated: boolean;
}

/** Where the verifier wants the person to go on. */
export interface Receipt {
  redirectUri?: string;
  /** An address of neither the verifier nor the town: nobody is sent there without being asked. */
  elsewhere?: URL;
}

/** What a registrar has entered about a verifier. */
export interface Registration {
  name: string;
  /** In the language of the context; empty when nothing is entered. */
  purpose: string;
  /** Where people ask for the deletion of their data (`support_uri`). */
  contacts?: string[];
  /** How to reach who supervises it (`supervisory_authority`). */
  supervisor?: string[];
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
  /** Sends the answer. `leaving` runs right before: from then on nobody knows for sure that these copies were not seen. */
  confirm(choice: Choice, leaving?: (copies: UsedCopy[]) => void): Promise<Receipt & { usedCopies: UsedCopy[] }>;
  /** Tells the verifier `access_denied`. */
  refuse(): Promise<Receipt>;
}

export type CredentialStatus = 'valid' | 'revoked' | 'suspended' | 'expired' | 'unknown';

/** What an issuer has for people who ask for it themselves. */
export interface Catalogue {
  issuer: Issuer;
  credentials: OfferedCredential[];
}

/** The functions `protocol/index.ts` exports; the screens load it as a chunk of its own. */
export interface Protocol {
  /** Reads what an issuer has. An offer without grants for one of it starts the issuance (OpenID4VCI 1.0 section 4.1.1). */
  readCatalogue(issuer: string, context: Context): Promise<Catalogue>;
  /** Reads and checks a credential offer link. */
  openOffer(link: URL, context: Context): Promise<OfferSession>;
  /** The browser came back from an issuer's page: checks its answer against what was asked, and fetches the credentials. */
  finishAuthorization(address: URL, pending: PendingAuthorization, context: Context): Promise<Issued>;
  /** Asks for a credential that the issuer was still making. */
  askAgain(waiting: WaitingCredential, context: Context): Promise<Issued>;
  /** A card like this one with fresh copies on new keys; the caller puts it in the place of the old one. */
  refill(card: StoredCredential, context: Context): Promise<StoredCredential>;
  /** Tells the issuer that a card was deleted, as far as it wants to know. */
  tellDeleted(card: StoredCredential, context: Context): Promise<void>;
  /** Reads and checks a presentation request link. A missing card is no failure here: `candidates` is empty then. */
  openRequest(link: URL, context: Context): Promise<RequestSession>;
  /** `unknown` when the status list cannot be reached or checked. */
  checkStatus(credential: StoredCredential, context: Context): Promise<CredentialStatus>;
}
