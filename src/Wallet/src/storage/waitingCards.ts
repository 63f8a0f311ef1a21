import type { WaitingCredential } from '../protocol/contract';
import { keepSealed, openAllSealed, takeSealed } from './sealedSettings';

const group = 'waiting';

/** Cards that issuers are still making. Sealed: they hold tokens. */
export const openWaiting = (dataKey: CryptoKey) => openAllSealed<WaitingCredential>(dataKey, group);

export const keepWaiting = (dataKey: CryptoKey, waiting: WaitingCredential) => keepSealed(dataKey, group, waiting.id, waiting);

export const dropWaiting = (dataKey: CryptoKey, id: string) => takeSealed<WaitingCredential>(dataKey, group, id);
