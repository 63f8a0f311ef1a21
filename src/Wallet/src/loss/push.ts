/**
 * Being woken by the town (Push API; RFC 8030): the browser's push service gets an address and bytes that say nothing. What is shown is
 * one sentence that lies on the phone, in the language of its owner.
 */
import { fromBase64Url } from '../protocol/bytes';
import { ProtocolFailure } from '../protocol/contract';
import { readObject } from '../protocol/signedToken';
import { keepTold, openTold, type Registration } from '../storage/registration';
import { keepSetting, setting } from '../storage/settings';
import { languages } from '../texts/languages';
import { texts } from '../texts/texts';
import { askTown, callTown } from '../townCalls';
import { walletState } from '../wallet';
import { registered } from './registering';

/** `impossible`: this browser cannot, or not here; on an iPhone only an installed wallet can. */
export type PushState = 'impossible' | 'refused' | 'off' | 'on';

/** Where the service worker finds the sentence; it reads no database. */
const words = { cache: 'push-words', path: '/push-words' };

export async function pushState(): Promise<PushState> {
  if (!('serviceWorker' in navigator) || !('PushManager' in globalThis) || !('Notification' in globalThis)) return 'impossible';
  if (Notification.permission === 'denied') return 'refused';
  return await setting('push') === 'on' && Notification.permission === 'granted' ? 'on' : 'off';
}

/** Asks the browser's owner, and tells the town where this wallet is woken, now or when it can be reached. */
export async function switchPushOn(dataKey: CryptoKey): Promise<PushState> {
  if (await Notification.requestPermission() !== 'granted') return pushState();
  await keepSetting('push', 'on');
  try {
    await tellPush(dataKey, await registered(dataKey));
  } catch (failure) {
    if (!(failure instanceof ProtocolFailure)) throw failure;
  }
  const state = await pushState();
  return state === 'off' ? 'impossible' : state;
}

export async function switchPushOff(dataKey: CryptoKey): Promise<void> {
  await keepSetting('push', 'off');
  const subscription = await (await navigator.serviceWorker.ready).pushManager.getSubscription();
  await subscription?.unsubscribe();
  const { push, ...told } = await openTold(dataKey);
  if (push === undefined) return;
  await keepTold(dataKey, told);
  try {
    await callTown(dataKey, await registered(dataKey), 'push', { method: 'DELETE' });
  } catch (failure) {
    // The push service answers the next push that nobody is there; the town forgets the address then.
    if (!(failure instanceof ProtocolFailure)) throw failure;
  }
}

/** Tells the town the address when it is another than it was told, or the wallet has registered anew; keeps the sentence in its owner's language. */
export async function tellPush(dataKey: CryptoKey, registration: Registration): Promise<void> {
  if (await setting('push') !== 'on') return;
  const subscription = await subscribe();
  if (!subscription) return keepSetting('push', 'off');
  const told = await openTold(dataKey);
  const { language } = walletState();
  if (told.push === subscription.endpoint && told.language === language) return;
  await keepPushWords();
  await callTown(dataKey, registration, 'push', { method: 'PUT', body: subscription.toJSON() });
  await keepTold(dataKey, { ...told, push: subscription.endpoint, language });
}

/** The sentence in the language of the moment. */
async function keepPushWords(): Promise<void> {
  const { language, config } = walletState();
  const { locale, direction } = languages[language];
  const { pushTitle, pushText } = texts(language).notices;
  const sentence = { title: pushTitle(config?.town.name ?? ''), body: pushText, lang: locale, dir: direction };
  await (await caches.open(words.cache)).put(words.path, new Response(JSON.stringify(sentence)));
}

/** Nothing where the browser has no push service to offer. */
async function subscribe(): Promise<PushSubscription | undefined> {
  const { pushManager } = await navigator.serviceWorker.ready;
  const known = await pushManager.getSubscription();
  if (known) return known;
  const applicationServerKey = await townKey();
  try {
    return await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey });
  } catch (failure) {
    if (failure instanceof DOMException) return undefined;
    throw failure;
  }
}

async function townKey(): Promise<Uint8Array<ArrayBuffer>> {
  const { key } = readObject(await (await askTown('/wallets/push-key', { method: 'GET' })).text());
  if (typeof key !== 'string') throw new ProtocolFailure('malformed', 'push-key');
  return fromBase64Url(key);
}
