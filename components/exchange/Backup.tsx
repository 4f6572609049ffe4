import { type Reminder, REMINDERS } from '../../lib/backup-reminder';
import { formatMoment } from '../../lib/dates';
import { papersInWords } from '../../lib/papers-in-words';
import type { Exchanging } from './exchanging';
import { FileButton } from './FileButton';
import { type BackupStore, useBackupState } from './use-backup-state';
import type { Task } from './use-task';

interface Props {
  saveBackup: Exchanging['saveBackup'];
  store: BackupStore;
  task: Task;
  onRestore: (files: readonly File[]) => void;
}

const NAMES: Record<Reminder, string> = { off: 'Never', weekly: 'Weekly', monthly: 'Monthly' };

/** Everything that the person keeps, into one file and out of it. */
export function Backup({ saveBackup, store, task, onRestore }: Props) {
  const state = useBackupState(store);

  async function write(): Promise<string> {
    const { papers, file } = await saveBackup();
    return `${papersInWords(papers)}, with tags and notes, written to ${file}. Keep a copy on another machine or disk.`;
  }

  return (
    <>
      <h3>Backup</h3>
      {state?.isDue && (
        <p class="due">
          {state.last === undefined
            ? 'You have made no backup yet.'
            : `Your last backup is from ${formatMoment(state.last)}.`}
        </p>
      )}
      <div class="ways">
        <button type="button" onClick={() => void task.run('Writing…', write)}>
          Export backup
        </button>
        <FileButton name="Restore backup" onFiles={onRestore} />
      </div>
      {state && (
        <label class="quiet">
          Remind me{' '}
          <select
            value={state.every}
            onChange={({ currentTarget }) => void store.choose(currentTarget.value as Reminder)}
          >
            {REMINDERS.map((reminder) => (
              <option key={reminder} value={reminder}>
                {NAMES[reminder]}
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  );
}
