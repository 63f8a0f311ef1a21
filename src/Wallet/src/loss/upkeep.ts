/** Keeps the town informed of what a loss would need: the sealed list, and which batches of its own issuers a lock has to end. */
import { ProtocolFailure, type StoredCredential } from '../protocol/contract';
import { readUrl } from '../protocol/wire';
import { openCards } from '../storage/cards';
import { faceOf } from '../storage/faces';
import { openDeviceName } from '../storage/losses';
import { dropRegistration, keepTold, openRegistration, openTold, type Registration } from '../storage/registration';
import { forgetSetting } from '../storage/settings';
import { texts } from '../texts/texts';
import { callTown } from '../townCalls';
import { walletState } from '../wallet';
import { deviceKind } from './device';
import { listed, missingFrom, stillOutstanding } from './listedCards';
import { openList, sealList, type LossList } from './lossList';
import { lookForNotices } from './notices';
import { tellPush } from './push';
import { finishRegistration } from './registering';

/** Tells the town what changed. What does not reach it is told the next time. */
export async function keepTownInformed(dataKey: CryptoKey): Promise<void> {
  try {
    await finishRegistration(dataKey);
    const registration = await openRegistration(dataKey);
    if (!registration) return;
    await lookForNotices(dataKey, registration);
    if (walletState().lock === 'new') return;
    const cards = await openCards(dataKey);
    await tellHoldings(dataKey, registration, cards);
    await tellList(dataKey, registration, cards);
    await tellPush(dataKey, registration);
  } catch (failure) {
    if (!(failure instanceof ProtocolFailure)) throw failure;
    if (failure.code === 'wallet-unknown') await forgotten(dataKey);
  }
}

/** The list as it should lie with the town. */
export async function listOf(dataKey: CryptoKey, cards: StoredCredential[]): Promise<LossList> {
  const outstanding = await stillOutstanding(dataKey, cards) ?? [];
  const { language } = walletState();
  const device = await openDeviceName(dataKey) ?? texts(language).loss.devices[deviceKind(navigator.userAgent)];
  return { device, language, cards: [...cards.map(listed), ...outstanding] };
}

async function tellHoldings(dataKey: CryptoKey, registration: Registration, cards: StoredCredential[]): Promise<void> {
  const holdings = cards.filter(isOfTown).flatMap(card => {
    const { validUntil } = faceOf(card);
    return card.notificationId === undefined ? [] : [{ notification: card.notificationId, ...(validUntil !== undefined && { last_day: validUntil }) }];
  });
  const told = JSON.stringify(holdings);
  if (told === ((await openTold(dataKey)).holdings ?? '[]')) return;
  await callTown(dataKey, registration, 'holdings', { method: 'PUT', body: { holdings } });
  await keepTold(dataKey, { ...await openTold(dataKey), holdings: told });
}

async function tellList(dataKey: CryptoKey, registration: Registration, cards: StoredCredential[]): Promise<void> {
  const { listKey } = registration;
  if (listKey === undefined) return;
  const list = await listOf(dataKey, cards);
  const told = await openTold(dataKey);
  if (JSON.stringify(list) === told.list) return;
  const place = { dataKey, registration, listKey };
  const tag = await putList(place, list, told.tag) ?? await mergeList(place, list);
  if (tag !== undefined) await keepTold(dataKey, { ...told, list: JSON.stringify(list), tag });
}

/** Where the list lies, and what opens it. */
interface ListPlace {
  dataKey: CryptoKey;
  registration: Registration;
  listKey: string;
}

/** The version that lies there now; nothing when another one came between. */
async function putList({ dataKey, registration, listKey }: ListPlace, list: LossList, tag: string | undefined): Promise<string | undefined> {
  const condition: Record<string, string> = tag === undefined ? { 'If-None-Match': '*' } : { 'If-Match': tag };
  try {
    const response = await callTown(dataKey, registration, 'list', { method: 'PUT', body: await sealList(listKey, list), condition });
    return response.headers.get('ETag') ?? undefined;
  } catch (failure) {
    if (failure instanceof ProtocolFailure && failure.code === 'list-changed') return undefined;
    throw failure;
  }
}

/** Somebody wrote meanwhile (a lost answer, a copy of this wallet): nothing of theirs is lost. */
async function mergeList(place: ListPlace, list: LossList): Promise<string | undefined> {
  const response = await callTown(place.dataKey, place.registration, 'list', { method: 'GET' });
  const theirs = await openList(place.listKey, new Uint8Array(await response.arrayBuffer()));
  const merged = { ...list, cards: [...list.cards, ...missingFrom(list.cards, theirs.cards)] };
  return putList(place, merged, response.headers.get('ETag') ?? undefined);
}

/** The town has lost what it knew of this wallet: the person makes a new emergency code. */
async function forgotten(dataKey: CryptoKey): Promise<void> {
  await dropRegistration(dataKey);
  await forgetSetting('emergency');
}

/** Only this town's own issuers are told apart here: what others gave is no business of the town. */
function isOfTown({ issuer }: StoredCredential): boolean {
  const portal = readUrl(walletState().config?.town.portal);
  return portal !== undefined && readUrl(issuer.id)?.origin === portal.origin;
}
