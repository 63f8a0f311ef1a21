import type { KeptKey } from '../protocol/contract';
import { keepSealed, openSealed } from './sealedSettings';

/** How the town knows this wallet: its address there, and the key that opens it. */
export interface Registration {
  wallet: string;
  key: KeptKey;
}

const [group, name] = ['registration', 'town'];

export const openRegistration = (dataKey: CryptoKey) => openSealed<Registration>(dataKey, group, name);

export const keepRegistration = (dataKey: CryptoKey, registration: Registration) => keepSealed(dataKey, group, name, registration);
