import { browser } from 'wxt/browser';
import type { Exchanging } from '../../components/exchange/exchanging';
import { LAST_BACKUP } from '../../lib/backup-reminder';
import { ExpectedError } from '../../lib/errors';
import { backup } from '../../lib/exchange/backup';
import type { Exporter } from '../../lib/exchange/format';
import { EXPORTERS, IMPORTERS } from '../../lib/exchange/registry';
import { takeIn } from '../../lib/library/intake';
import { ToLibrary } from '../../lib/library/intake/to-library';
import { ToPack } from '../../lib/library/intake/to-pack';
import { readKept } from '../../lib/library/kept';
import { papersWith } from '../../lib/library/papers-with';
import { edit, importPapers, packWriter, wholePapers } from '../../lib/messages/from-own-page';
import { objectionTo } from '../../lib/messages/objection';
import type { PaperId } from '../../lib/paper';
import type { Connection } from '../../lib/store/connection';
import { sendToZotero } from '../../lib/zotero/send';
import { saveFile } from './save-file';

/** Asked for when it is first needed. A pattern of hosts cannot name a port. */
const THIS_MACHINE = { origins: ['http://127.0.0.1/*'] };

const NOT_ALLOWED =
  'The browser was not allowed to reach programs on this machine, so nothing was sent. Try again and allow it.';

/** How papers come in and go out: read here, written by the worker. */
export function exchangeWith(connect: Connection): Exchanging {
  async function save(exporter: Exporter, ids?: readonly PaperId[]): Promise<{ papers: number; file: string }> {
    const kept = await readKept(await connect(), wholePapers, ids);
    if (kept.length === 0) throw new ExpectedError('You keep no papers yet. Save or import some first.');
    const file = await saveFile(exporter, kept);
    return { papers: kept.length, file };
  }

  return {
    takeIn: (files, { isRestore, into, ...options }) =>
      takeIn(files, {
        ...options,
        destination: (persist) => (into ? new ToPack(into, packWriter, persist) : new ToLibrary(importPapers, persist)),
        objection: objectionTo,
        papersWith: async (abstracts) => papersWith(await connect(), abstracts),
        importers: isRestore ? [backup] : IMPORTERS,
      }),
    takeBack: edit,
    formats: EXPORTERS.filter((exporter) => exporter !== backup).map(({ name }) => name),
    async saveAs(format, ids) {
      const exporter = EXPORTERS.find(({ name }) => name === format);
      if (!exporter) throw new Error(`There is no format ${format}.`);
      return save(exporter, ids);
    },
    async saveBackup() {
      const saved = await save(backup);
      await browser.storage.local.set({ [LAST_BACKUP]: Date.now() });
      return saved;
    },
    async sendToZotero(ids, signal) {
      if (!(await browser.permissions.request(THIS_MACHINE))) throw new ExpectedError(NOT_ALLOWED);
      await sendToZotero(await readKept(await connect(), wholePapers, ids), { signal });
    },
  };
}
