import type { NoticeKind } from '../loss/noticeKinds';
import type { PushState } from '../loss/push';
import type { Reason } from '../privacy/letters';
import type { CredentialStatus, FailureKind, Language } from '../protocol/contract';
import type { HistoryEntry, Way } from '../storage/history';
import type { WalletLanguage } from './languages';

/** Every sentence of the wallet. One implementation of this type for each language: a missing text does not compile. */
export interface Texts {
  back: string;
  cancel: string;
  close: string;
  loading: string;
  menu: string;
  demo: string;
  demoBanner: string;
  offline: string;
  toHome: string;
  retry: string;
  details: string;

  welcome: {
    title: string;
    lead: string;
    points: [string, string, string];
    choose: string;
    passkey: string;
    passkeyHint: string;
    pin: string;
    pinHint: string;
    passkeyFailed: string;
    linkWaits: string;
    pinTitle: string;
    pinNew: string;
    pinRepeat: string;
    pinRule: string;
    pinsDiffer: string;
    pinForget: string;
    finish: string;
  };

  unlock: {
    title: string;
    action: string;
    withPasskey: string;
    pinLabel: string;
    wrongPin(seconds: number): string;
    wait(seconds: number): string;
    passkeyDeclined: string;
    passkeyOther: string;
    forgotten: string;
    forgottenExplain: string;
    startOver: string;
    lock: string;
  };

  /** Keeping the wallet shut. */
  safety: {
    passkeyNone: string;
    passkeyUnsuited: string;
    withPin: string;
    confirm: string;
    confirmWithPasskey: string;
    lastTries(left: number): string;
    lastTriesText: string;
    erasedTitle: string;
    erasedText: string;
    eitherWay: string;
    unlockToChange: string;
    addPin: string;
    changePin: string;
    addPasskey: string;
    changePasskey: string;
    confirmOwner: string;
    keepPin: string;
    newPasskeyHint: string;
    makePasskey: string;
    changed: string;
    gate: string;
    faces: string;
    facesHint: string;
    unlockToSee: string;
    crashTitle: string;
    crashText: string;
    reload: string;
  };

  home: {
    title: string;
    emptyTitle: string;
    emptyText(town: string): string;
    getCitizenId: string;
    others: string;
    scan: string;
    history: string;
    settings: string;
    received(title: string): string;
  };

  card: {
    validUntil(date: string): string;
    zone: string;
    plate: string;
    issuer: string;
    status: Record<CredentialStatus, string>;
    statusHint: Record<CredentialStatus, string>;
    checkedAt(time: string): string;
    checkCode: string;
    checkCodeHint: string;
    unlockForCode: string;
    unlockForDetails: string;
    details: string;
    copiesLeft(left: number, of: number): string;
    refills: string;
    notVouched: string;
    copiesOut: string;
    receivedAt(date: string): string;
    remove: string;
    removeTitle(title: string): string;
    removeText: string;
    removeConfirm: string;
    gone: string;
  };

  getCard: {
    title: string;
    lead: string;
    loading: string;
    asMdoc: string;
    none: string;
  };

  /** A permit for a warden without a network. */
  showOffline: {
    title: string;
    action: string;
    actionHint: string;
    unlock: string;
    lead: string;
    discloses: string;
    nothingElse: string;
    unable: string;
    warden: string;
    done: string;
  };

  receive: {
    title: string;
    trusted(host: string): string;
    untrusted: string;
    untrustedHint: string;
    contains: string;
    codeLabel: string;
    codeHint: string;
    wrongCode: string;
    accept: string;
    decline: string;
    opening: string;
    fetching: string;
    fetchingAnnounced: string;
    declined: string;
    declinedText: string;
    by(anchor: string): string;
    unknownConsent: string;
    copies(count: number): string;
    signIn(host: string): string;
    signInHint(host: string): string;
    leaving: string;
    strayTitle: string;
    strayText: string;
    makingTitle(title: string): string;
    makingText: string;
  };

  present: {
    title: string;
    trusted(host: string): string;
    untrusted: string;
    untrustedHint: string;
    purpose: string;
    noPurpose: string;
    registered: string;
    registeredAs(name: string): string;
    registeredForThis: string;
    unregisteredTitle: string;
    unregisteredText: string;
    unregisteredCard: string;
    notRegistered: string;
    declares: string;
    shows: string;
    fromCard(title: string): string;
    chooseCard: string;
    announced(kind: string): string;
    crossDevice(host: string): string;
    crossDeviceHint: string;
    confirm: string;
    confirmAndAccept: string;
    decline: string;
    opening: string;
    sending: string;
    sentTitle: string;
    sentText: string;
    goingBack: string;
    declinedTitle: string;
    declinedText: string;
    missingTitle(kind: string): string;
    missingText(kind: string): string;
    missingUnknown: string;
    toTown(town: string): string;
  };

  /** Deciding about a question: what is optional, what can be recognised, and codes from other screens. */
  consent: {
    optionalTitle: string;
    optionalHint: string;
    alsoCard(title: string): string;
    always: string;
    nothing: string;
    unlinkable(left: number, of: number): string;
    linkable: string;
    picture: string;
    yes: string;
    no: string;
    noBrowser: string;
    noBrowserTitle: string;
    noBrowserText: string;
    suspectedTitle: string;
    suspectedText(host: string): string;
    report: string;
    elsewhere(host: string): string;
    goElsewhere(host: string): string;
  };

  scan: {
    title: string;
    hint: string;
    start: string;
    starting: string;
    cameraDenied: string;
    cameraMissing: string;
    file: string;
    fileEmpty: string;
    typeTitle: string;
    typeLabel: string;
    typeHint: string;
    typeGo: string;
    codeForm: string;
    codeUnknown: string;
    codeTooOften: string;
    notForUs: string;
    offline: string;
  };

  history: {
    title: string;
    empty: string;
    unlock: string;
    what: Record<HistoryEntry['what'], string>;
    peer(name: string, host: string): string;
    claims(list: string): string;
    suspected: string;
    by(anchor: string): string;
    purpose(text: string): string;
    notGiven(list: string): string;
    way: Record<Way, string>;
    party: string;
    card: string;
    all: string;
    none: string;
    about(name: string): string;
    limit(count: number): string;
    download: string;
    clear: string;
    clearTitle: string;
    clearText: string;
    clearConfirm: string;
    recognisedTitle: string;
    recognisedText: string;
    idleTitle: string;
    idleText: string;
  };

  /** One party: what it has seen, and what can be done about it. */
  party: {
    gone: string;
    seen: string;
    nothingSeen: string;
    times(count: number, day: string): string;
    recognise: string;
    fresh: string;
    again: string;
    shared(names: string): string;
    unknown: string;
    everything: string;
    erase: string;
    report: string;
    erasureAsked(day: string): string;
    erasureAnswered(day: string): string;
    noteAnswer: string;
  };

  /** A letter that the holder sends, or not. */
  letter: {
    language: string;
    languages: Record<Language, string>;
    subject: string;
    text: string;
    hint: string;
    mail(address: string): string;
    page(host: string): string;
    phone(number: string): string;
    copy: string;
    noted: string;
  };

  erasure: {
    title(name: string): string;
    lead: string;
    noAddress: string;
  };

  report: {
    title(name: string): string;
    lead: string;
    reason: string;
    reasons: Record<Reason, string>;
    authority: string;
    registered: string;
    asOf(day: string): string;
    excerpt: string;
    excerptHint: string;
  };

  /** Everything the wallet knows, for the holder to take along. */
  exporting: {
    title: string;
    lead: string;
    warning: string;
    unlock: string;
    readable: string;
    readableHint: string;
    readableAction: string;
    machine: string;
    machineHint: string;
    passphrase: string;
    passphraseRule(length: number): string;
    passphraseAgain: string;
    differ: string;
    machineAction: string;
    made: string;
    pageTitle(day: string): string;
    pageHint: string;
  };

  settings: {
    title: string;
    language: string;
    languageMissing: string;
    security: string;
    method: Record<'pin' | 'passkey', string>;
    sessionHint: string;
    about: string;
    aboutText(town: string): string;
    startOver: string;
    startOverTitle: string;
    startOverText: string;
    startOverConfirm: string;
  };

  /** Showing somebody else how it works. */
  demoCard: {
    title: string;
    open: string;
    openHint: string;
    kept: string;
    cardTitle: string;
    madeUp: string;
    madeUpPeer: string;
    name: string;
    warden: string;
    step(number: number, of: number): string;
    get: { title: string; text: string; action: string };
    have: { title: string; text: string; action: string };
    show: { title: string; text: string };
    shown: { title: string; text: string; action: string };
    lose: { title: string; text: string; action: string };
    end: { title: string; text: string; action: string };
    remove: string;
  };

  /** The wallet as an app of its own. */
  install: {
    title: string;
    text: string;
    action: string;
    done: string;
    iosTitle: string;
    iosText: string;
    iosSteps: [string, string, string];
    scanTitle: string;
    scanText: string;
    scanAction: string;
  };

  /** Without network: what this screen cannot do now, and what to do instead. */
  withoutNetwork: Record<'home' | 'card' | 'receive' | 'present' | 'get-card' | 'scan' | 'history' | 'settings', string>;

  /** Losing the wallet, and getting it back. */
  loss: {
    codeTitle: string;
    codeLead: string;
    codePoints: [string, string, string];
    makeCode: string;
    later: string;
    unlockForCode: string;
    sheetTitle: string;
    sheetLock(address: string): string;
    sheetRestore(address: string): string;
    shownOnce: string;
    print: string;
    kept: string;
    keptTitle: string;
    keptText: string;
    waitsText: string;
    remindTitle: string;
    remindText: string;
    remindAction: string;
    settingsTitle: string;
    deviceName: string;
    deviceHint: string;
    devices: Record<'phone' | 'tablet' | 'computer', string>;
    codeState: Record<'none' | 'waits' | 'counts', string>;
    newCode: string;
    lostOther: string;
    lost: string;
    lockThenCode: string;
    restoreTitle: string;
    restoreLead: string;
    restoreLabel: string;
    restoreHint: string;
    find: string;
    finding: string;
    mistyped: string;
    noList: string;
    tooOften: string;
    lockFirst: string;
    lockLost: string;
    hadLead: string;
    ways: Record<'id-card' | 'show-id-card' | 'show-citizen-id' | 'issuer', string>;
    newKeys: string;
    giveUp: string;
    allBackTitle: string;
    allBackText: string;
    allBackNewCode: string;
    missingTitle(count: number): string;
    missingAction: string;
    lockedTitle: string;
    lockedTexts: [string, string, string];
  };

  /** From phone to phone. */
  move: {
    haveOld: string;
    lockThenMove: string;
    title: string;
    opening: string;
    lead: string;
    qrLabel: string;
    expires: string;
    compareHere: string;
    giveTitle: string;
    giveLead: string;
    ownDeviceOnly: string;
    next: string;
    compareThere: string;
    same: string;
    other: string;
    sentTitle: string;
    sentText: string;
    stoppedTitle: string;
    stoppedText: string;
  };

  /** What the town has to tell the wallet. */
  notices: {
    titles: Record<NoticeKind, string>;
    texts: Record<NoticeKind, string>;
    toPermit: string;
    read: string;
    offerTitle: string;
    offerText: string;
    allow: string;
    decline: string;
    settingsTitle: string;
    states: Record<PushState, string>;
    switchOn: string;
    switchOff: string;
    pushTitle(town: string): string;
    pushText: string;
  };

  /** What a screen is for, in plain words. */
  help: {
    question: string;
    about: Record<'welcome' | 'choose-pin' | 'home' | 'card' | 'card-gone' | 'receive' | 'present' | 'get-card' | 'scan' | 'history' | 'settings' | 'show-offline' | 'emergency' | 'restore' | 'move' | 'give' | 'demo-card' | 'party' | 'erasure' | 'report' | 'exporting', string>;
  };

  failure: Record<FailureKind, { title: string; text: string }> & { unexpected: { title: string; text: string } };

  /** Names of claims, when the issuer gives no label; by the last part of the path. */
  claims: Record<string, string>;
  /** Kinds of card by vct, for sentences about a card that is missing. */
  kinds: Record<string, string>;
  /** The sentence about an announced offer, by credential configuration id. */
  announcedKinds: Record<string, string>;
  /** Words for values that are written for machines. */
  values: Record<string, string>;
  yes: string;
  no: string;
}

const tables: Record<WalletLanguage, () => Promise<Texts>> = {
  de: () => import('./de').then(table => table.de),
  'de-simple': () => import('./deSimple').then(table => table.deSimple),
  en: () => import('./en').then(table => table.en),
  tr: () => import('./tr').then(table => table.tr),
  uk: () => import('./uk').then(table => table.uk),
  ar: () => import('./ar').then(table => table.ar),
};

const loaded: Partial<Record<WalletLanguage, Texts>> = {};

/** Loads the texts of a language, a chunk of its own. Fails when it was never loaded and there is no network. */
export async function loadTexts(language: WalletLanguage): Promise<Texts> {
  return (loaded[language] ??= await tables[language]());
}

/** The texts of a language that {@link loadTexts} has loaded. */
export function texts(language: WalletLanguage): Texts {
  const table = loaded[language];
  if (!table) throw new Error(`the texts of ${language} were not loaded`);
  return table;
}
