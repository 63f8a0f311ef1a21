import { configuration } from './configuration';
import { ProtocolFailure, type Context, type Protocol } from './protocol/contract';
import { openCards, takeCopy } from './storage/cards';
import { holderKeys } from './storage/holderKeys';
import { metadataSigners } from './storage/metadataSigners';
import { languages } from './texts/languages';
import { walletProvider } from './walletProvider';
import { requireDataKey, walletState } from './wallet';

/** The protocol work, a chunk of its own: no card on the screen waits for it. */
export const loadProtocol = (): Promise<Protocol> => import('./protocol/index');

/** Only the status check, a tenth of that: it runs on every visit, right after the first card is on the screen. */
export const loadStatusCheck = (): Promise<Protocol['checkStatus']> => import('./protocol/statusList').then(module => module.checkStatus);

/** What the wallet lends to the protocol work. Fails with `network` when the wallet was never online. */
export async function protocolContext(): Promise<Context> {
  const config = await configuration();
  if (!config) throw new ProtocolFailure('network', undefined, 'config.json was never loaded');
  return {
    origin: location.origin,
    config,
    keys: holderKeys(requireDataKey),
    signers: metadataSigners(requireDataKey),
    provider: walletProvider,
    credentials: () => openCards(requireDataKey()),
    takeCopy: card => takeCopy(requireDataKey(), card),
    now: () => Math.floor(Date.now() / 1000),
    language: languages[walletState().language].ofOthers,
  };
}
