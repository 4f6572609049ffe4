import { browser } from 'wxt/browser';
import type { BackupStore } from '../../components/exchange/use-backup-state';
import { LAST_BACKUP, REMIND_BACKUP, reminderOf } from '../../lib/backup-reminder';
import type { Connection } from '../../lib/store/connection';

/** When the last backup was made and how often the person is reminded, in the browser's storage. */
export function backupsOf(connect: Connection): BackupStore {
  const { local } = browser.storage;
  return {
    async read() {
      const stored = await local.get([LAST_BACKUP, REMIND_BACKUP]);
      const last = stored[LAST_BACKUP];
      return {
        every: reminderOf(stored[REMIND_BACKUP]),
        ...(typeof last === 'number' && { last }),
        papers: await (await connect()).count('library'),
      };
    },
    choose: (every) => local.set({ [REMIND_BACKUP]: every }),
    watch(changed) {
      const hear = (changes: object) => {
        if (LAST_BACKUP in changes || REMIND_BACKUP in changes) changed();
      };
      local.onChanged.addListener(hear);
      return () => local.onChanged.removeListener(hear);
    },
  };
}
