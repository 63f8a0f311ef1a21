import { useEffect, useState } from 'preact/hooks';
import type { LockRecord } from './lock/lockRecord';
import type { TownNotice } from './loss/noticeKinds';
import { readLock } from './lock/lockStore';
import { endSession, extendSession, resumeSession, startSession } from './lock/session';
import type { WalletConfig } from './protocol/contract';
import { eraseEverything } from './storage/database';
import { facesReadable, loadFaces, makeFacesReadable, type Face } from './storage/faces';
import { keepSetting, setting } from './storage/settings';
import { preferredLanguage, type WalletLanguage } from './texts/languages';
import { loadTexts } from './texts/texts';

export interface WalletState {
  language: WalletLanguage;
  /** Last used first; none in a locked wallet whose faces are not to be read. */
  faces: Face[];
  /** By the holder's choice faces are seen while the wallet is locked. */
  facesReadable: boolean;
  /** `new`: no lock was set up yet. */
  lock: 'new' | 'locked' | 'unlocked';
  /** What opens it; nothing before a lock was set up. `gate`: the passkey is one of an early wallet and encrypts nothing. */
  ways: { pin: boolean; passkey: boolean; gate: boolean };
  online: boolean;
  /** The made-up card for showing somebody else how it works was taken. */
  demoCard: boolean;
  /** What the town told this wallet and its holder has not read yet. */
  notices: TownNotice[];
  /** Something that nobody expected broke off; until the page is loaded anew. */
  broken: boolean;
  /** As of the last time it was loaded; undefined before the first time. */
  config: WalletConfig | undefined;
}

/** Why the wallet erased itself; kept in the clear until it is set up anew. */
export type Erased = 'wrong-pins' | 'locked-elsewhere';

const noWays = { pin: false, passkey: false, gate: false };
let state: WalletState = { language: 'de', faces: [], facesReadable: true, lock: 'new', ways: noWays, online: true, notices: [], broken: false, demoCard: false, config: undefined };
let dataKey: CryptoKey | undefined;
let lockTimer: ReturnType<typeof setTimeout> | undefined;
let lastActivity = 0;
const listeners = new Set<() => void>();
/** Tells the wallet's other tabs that something changed. */
const tabs = typeof BroadcastChannel === 'function' ? new BroadcastChannel('wallet') : undefined;

/** The state, and a new rendering whenever it changes. */
export function useWallet(): WalletState {
  const [current, setCurrent] = useState(state);
  useEffect(() => {
    const listener = () => setCurrent(state);
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, []);
  return current;
}

export const walletState = () => state;

function change(part: Partial<WalletState>): void {
  state = { ...state, ...part };
  for (const listener of listeners) listener();
}

/** Reads what the first screen needs; nothing here waits for the network. */
export async function openWallet(): Promise<void> {
  const resumed = resumeSession();
  const [faces, readable, lock, session, language, demoCard, config] = await Promise.all([
    resumed.then(session => loadFaces(session?.dataKey)), facesReadable(), readLock(), resumed, chosenLanguage(), setting<boolean>('demoCard'), setting<WalletConfig>('configuration'),
  ]);
  dataKey = lock && session?.dataKey;
  change({
    faces,
    facesReadable: readable,
    language,
    lock: !lock ? 'new' : dataKey ? 'unlocked' : 'locked',
    ways: waysOf(lock),
    online: navigator.onLine,
    demoCard: demoCard === true,
    config,
  });
  if (session && dataKey) lockAt(session.until);
  listen();
}

/** The data key of the unlocked wallet. Screens that need it stand behind the unlock gate. */
export function requireDataKey(): CryptoKey {
  if (!dataKey) throw new Error('the wallet is locked');
  return dataKey;
}

/** The data key, if the wallet is unlocked: for what runs a moment after its screen was drawn, when the lock may have fallen shut. */
export const openDataKey = () => dataKey;

/** After set-up or unlocking. */
export async function unlocked(key: CryptoKey): Promise<void> {
  dataKey = key;
  lockAt(await startSession(key));
  const [lock, faces] = await Promise.all([readLock(), loadFaces(key)]);
  change({ lock: 'unlocked', ways: waysOf(lock), faces });
  tabs?.postMessage('unlocked');
}

/** A way in was added or changed. */
export async function lockChanged(): Promise<void> {
  change({ ways: waysOf(await readLock()) });
  tabs?.postMessage('lock');
}

const waysOf = (lock: LockRecord | undefined) =>
  ({ pin: lock?.pin !== undefined, passkey: lock?.passkey !== undefined, gate: lock?.passkey?.prf === false });

/** Says that it is locked only once no page load can resume the session any more. */
export async function lock(): Promise<void> {
  try {
    await endSession();
  } finally {
    forgetKey();
    tabs?.postMessage('locked');
  }
}

/** Deletes every card, key and setting on this device. `why`: the next start says so. */
export async function startOver(why?: Erased): Promise<void> {
  forgetKey();
  await eraseEverything();
  if (why) await keepSetting('erased', why);
  erased();
}

/** Somebody with the emergency code has locked this wallet: what is left of it goes, and the next start says why. */
export const lockedElsewhere = () => startOver('locked-elsewhere');

/** The lock has erased everything after too many wrong PINs, or the holder has. */
export function erased(): void {
  void endPush();
  change({ faces: [], facesReadable: true, demoCard: false, lock: 'new', ways: noWays, notices: [] });
  tabs?.postMessage('erased');
}

/** Nobody is left to be woken. */
async function endPush(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration();
  await (await registration?.pushManager?.getSubscription())?.unsubscribe();
}

export async function refreshFaces(): Promise<void> {
  change({ faces: await loadFaces(dataKey) });
  tabs?.postMessage('cards');
}

/** Takes the made-up card, or throws it away. */
export async function keepDemoCard(demoCard: boolean): Promise<void> {
  await keepSetting('demoCard', demoCard);
  change({ demoCard });
}

/** Shows the faces of cards in the locked wallet, or seals them. */
export async function showFacesWhileLocked(readable: boolean): Promise<void> {
  await makeFacesReadable(requireDataKey(), readable);
  change({ facesReadable: readable });
  tabs?.postMessage('cards');
}

/** The wallet is locked and keeps the faces of its cards to itself. */
export const facesHidden = ({ lock, facesReadable: readable }: WalletState): boolean => lock !== 'unlocked' && !readable;

export const crashed = () => change({ broken: true });

export const noticed = (notices: TownNotice[]) => change({ notices });

export const configured = (config: WalletConfig) => change({ config });

/** Speaks another language from now on. Fails when its texts cannot be loaded; the language stays then. */
export async function speak(language: WalletLanguage): Promise<void> {
  await loadTexts(language);
  change({ language });
  await keepSetting('language', language);
}

/** The language chosen here, else that of the browser; German when its texts cannot be had. */
async function chosenLanguage(): Promise<WalletLanguage> {
  const language = await setting<WalletLanguage>('language') ?? preferredLanguage(navigator.languages);
  try {
    await loadTexts(language);
    return language;
  } catch {
    await loadTexts('de');
    return 'de';
  }
}

function forgetKey(): void {
  clearTimeout(lockTimer);
  dataKey = undefined;
  if (state.lock === 'unlocked') change({ lock: 'locked', faces: state.facesReadable ? state.faces : [] });
}

function lockAt(until: number): void {
  clearTimeout(lockTimer);
  lockTimer = setTimeout(() => void lockIfOver(), until - Date.now());
}

// Another tab may have moved the end meanwhile.
async function lockIfOver(): Promise<void> {
  const session = await resumeSession();
  if (session) lockAt(session.until);
  else forgetKey();
}

async function onActivity(): Promise<void> {
  const now = Date.now();
  if (!dataKey || now - lastActivity < 15_000) return;
  lastActivity = now;
  const until = await extendSession();
  if (until) lockAt(until);
}

async function onTabMessage(message: string): Promise<void> {
  if (message === 'locked') forgetKey();
  if (message === 'lock') change({ ways: waysOf(await readLock()) });
  if (message === 'cards') change({ faces: await loadFaces(dataKey), facesReadable: await facesReadable() });
  if (message === 'erased' || (message === 'unlocked' && state.lock !== 'unlocked')) location.reload();
}

function listen(): void {
  addEventListener('pointerdown', () => void onActivity(), { passive: true });
  addEventListener('keydown', () => void onActivity());
  addEventListener('online', () => change({ online: true }));
  addEventListener('offline', () => change({ online: false }));
  // Timers sleep with the phone: look again when it wakes up.
  addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && dataKey) void lockIfOver();
  });
  tabs?.addEventListener('message', event => void onTabMessage(String(event.data)));
}
