import type { KeptKey } from '../protocol/contract';
import { forgetSetting } from './settings';
import { keepSealed, openSealed, takeSealed } from './sealedSettings';

/** How the town knows this wallet: its address there, and the key that opens it. */
export interface Registration {
  wallet: string;
  key: KeptKey;
  /** Seals the list (base64url); missing while the wallet has no emergency code. */
  listKey?: string;
}

/** A registration that the town has not answered yet. */
export interface PendingRegistration {
  key: KeptKey;
  /** What follows from the emergency code; nobody's values when the wallet has none. */
  emergency: string;
  locator: string;
  listKey?: string;
}

/** What the town was told last, so that it is told again only what changed. */
export interface Told {
  holdings?: string;
  list?: string;
  /** The version of the list that lies there. */
  tag?: string;
  /** Where this wallet is woken. */
  push?: string;
  /** In which language the sentence of a push is kept. */
  language?: string;
}

const group = 'registration';

export const openRegistration = (dataKey: CryptoKey) => openSealed<Registration>(dataKey, group, 'town');

export const keepRegistration = (dataKey: CryptoKey, registration: Registration) => keepSealed(dataKey, group, 'town', registration);

export const openPendingRegistration = (dataKey: CryptoKey) => openSealed<PendingRegistration>(dataKey, group, 'pending');

export const keepPendingRegistration = (dataKey: CryptoKey, pending: PendingRegistration) => keepSealed(dataKey, group, 'pending', pending);

export const dropPendingRegistration = (dataKey: CryptoKey) => takeSealed<PendingRegistration>(dataKey, group, 'pending');

export const openTold = async (dataKey: CryptoKey): Promise<Told> => await openSealed<Told>(dataKey, group, 'told') ?? {};

export const keepTold = (dataKey: CryptoKey, told: Told) => keepSealed(dataKey, group, 'told', told);

/** The town does not know this wallet any more, or the wallet takes another key. */
export async function dropRegistration(dataKey: CryptoKey): Promise<void> {
  await takeSealed(dataKey, group, 'town');
  await forgetTold();
}

export const forgetTold = () => forgetSetting(`${group}/told`);
