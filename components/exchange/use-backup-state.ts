import { useEffect, useState } from 'preact/hooks';
import { type BackupState, isBackupDue, type Reminder } from '../../lib/backup-reminder';

/** Where it is kept when the last backup was made, and how often the person is reminded. */
export interface BackupStore {
  read(): Promise<BackupState>;
  choose(every: Reminder): Promise<void>;
  /** Calls back whenever it has changed. Returns a function that stops it. */
  watch(changed: () => void): () => void;
}

interface Looked extends BackupState {
  isDue: boolean;
}

/** How it is about backups, as it was when last looked at; undefined until it is read. */
export function useBackupState({ read, watch }: BackupStore): Looked | undefined {
  const [state, setState] = useState<Looked>();
  useEffect(() => {
    // Without it nobody is reminded, and no harm is done.
    const look = () =>
      read().then(
        (found) => setState({ ...found, isDue: isBackupDue(found, Date.now()) }),
        () => undefined,
      );
    void look();
    return watch(look);
  }, [read, watch]);
  return state;
}
