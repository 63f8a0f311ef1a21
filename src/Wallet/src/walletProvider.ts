import type { WalletProvider } from './protocol/contract';

const load = () => import('./townProvider').then(module => module.townProvider);

/** The town as wallet provider, a chunk of its own: most cards never ask for it. */
export const walletProvider: WalletProvider = {
  attestation: async (server, fresh) => (await load()).attestation(server, fresh),
  attestKeys: async (keys, nonce) => (await load()).attestKeys(keys, nonce),
};
