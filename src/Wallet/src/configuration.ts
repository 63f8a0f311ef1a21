import type { WalletConfig } from './protocol/contract';
import { keepSetting } from './storage/settings';
import { configured, walletState } from './wallet';

let loading: Promise<WalletConfig | undefined> | undefined;

/** `/config.json`, fresh if the network answers within three seconds, else as it was last time; undefined when never loaded. */
export function configuration(): Promise<WalletConfig | undefined> {
  return (loading ??= load());
}

async function load(): Promise<WalletConfig | undefined> {
  try {
    const response = await fetch('/config.json', { cache: 'no-cache', signal: AbortSignal.timeout(3000) });
    if (!response.ok) throw new TypeError(`config.json answers ${response.status}`);
    const config = (await response.json()) as WalletConfig;
    configured(config);
    await keepSetting('configuration', config);
    return config;
  } catch {
    // Offline: the next caller tries the network again.
    loading = undefined;
    return walletState().config;
  }
}
