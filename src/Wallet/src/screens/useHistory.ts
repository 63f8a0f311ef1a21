import { useCallback, useEffect, useState } from 'preact/hooks';
import { loadHistory, note, type HistoryEntry } from '../storage/history';
import { requireDataKey, useWallet } from '../wallet';

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
  const reload = useCallback(() => void loadHistory(requireDataKey()).then(setEntries), []);
  const add = useCallback((entry: Omit<HistoryEntry, 'id' | 'at'>) => note(requireDataKey(), entry).then(reload), []);
  useEffect(() => {
    if (lock === 'unlocked') reload();
    else setEntries(undefined);
  }, [lock]);
  return { entries, reload, add };
}
