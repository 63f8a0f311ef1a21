import type { ListedCard } from '../loss/listedCards';
import { keepSealed, openSealed, takeSealed } from './sealedSettings';

const group = 'loss';

/** Cards that a lost wallet had and this one has not yet got again; none left when all are back, nothing when nothing was lost. */
export const openOutstanding = (dataKey: CryptoKey) => openSealed<ListedCard[]>(dataKey, group, 'outstanding');

export const keepOutstanding = (dataKey: CryptoKey, cards: ListedCard[]) => keepSealed(dataKey, group, 'outstanding', cards);

/** The person has seen that all are back. */
export const dropOutstanding = (dataKey: CryptoKey) => takeSealed<ListedCard[]>(dataKey, group, 'outstanding');

/** What its owner calls this device; nothing until they do. */
export const openDeviceName = (dataKey: CryptoKey) => openSealed<string>(dataKey, group, 'device');

export const keepDeviceName = (dataKey: CryptoKey, name: string) => keepSealed(dataKey, group, 'device', name);
