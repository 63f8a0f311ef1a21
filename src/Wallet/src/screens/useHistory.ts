import { useCallback, useEffect, useState } from 'preact/hooks';
import { loadHistory, note, type HistoryEntry } from '../storage/history';
import { openDataKey, requireDataKey, useWallet } from '../wallet';

interface OpenHistory {
  /** Newest first; undefined while the wallet is locked. */
  entries: HistoryEntry[] | undefined;
  reload: () => void;
  /** Adds a line and shows it. */
  add: (entry: Omit<HistoryEntry, 'id' | 'at'>) => Promise<void>;
}

/** The diary of the unlocked wallet. */
export function useHistory(): OpenHistory {
  const { lock } = useWallet();
  const [entries, setEntries] = useState<HistoryEntry[]>();
  const reload = useCallback(() => {
    const key = openDataKey();
    if (key) void loadHistory(key).then(setEntries);
    else setEntries(undefined);
  }, []);
  const add = useCallback((entry: Omit<HistoryEntry, 'id' | 'at'>) => note(requireDataKey(), entry).then(reload), []);
  useEffect(reload, [lock]);
  return { entries, reload, add };
}
