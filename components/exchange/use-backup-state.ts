import { useEffect, useState } from 'preact/hooks';
import type { BackupState, Reminder } from '../../lib/backup-reminder';

/** Where it is kept when the last backup was made, and how often the person is reminded. */
export interface BackupStore {
  read(): Promise<BackupState>;
  choose(every: Reminder): Promise<void>;
  /** Calls back whenever it has changed. Returns a function that stops it. */
  watch(changed: () => void): () => void;
}

/** Undefined until it is read. */
export function useBackupState({ read, watch }: BackupStore): BackupState | undefined {
  const [state, setState] = useState<BackupState>();
  useEffect(() => {
    // Without it nobody is reminded, and no harm is done.
    const look = () => read().then(setState, () => undefined);
    void look();
    return watch(look);
  }, [read, watch]);
  return state;
}
