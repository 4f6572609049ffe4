import { useRef } from 'preact/hooks';
import type { PaperId } from '../../lib/paper';
import { Afloat } from './Afloat';
import { Backup } from './Backup';
import type { Exchanging } from './exchanging';
import { Export } from './Export';
import { FileButton } from './FileButton';
import { IntakePanel } from './IntakePanel';
import { PasteIds } from './PasteIds';
import type { BackupStore } from './use-backup-state';
import { useDrop } from './use-drop';
import { useIntake } from './use-intake';
import { useTask } from './use-task';

interface Props {
  exchanging: Exchanging;
  backups: BackupStore;
  /** The papers that are chosen on the page. */
  chosen: readonly PaperId[];
}

/** Where papers come in from files and leave in them. */
export function ExchangePanel({ exchanging, backups, chosen }: Props) {
  const intake = useIntake(exchanging);
  const task = useTask();
  const section = useRef<HTMLElement>(null);
  const isOver = useDrop((files) => void intake.start(files));

  function close(): void {
    intake.close();
    section.current?.querySelector('input')?.focus({ preventScroll: true });
  }

  return (
    <section class="exchange" aria-labelledby="exchange" ref={section}>
      <h2 id="exchange">Import and export</h2>
      <div class="ways">
        <FileButton name="Import papers" isSeveral isPrimary onFiles={(files) => void intake.start(files)} />
      </div>
      <p class="quiet">
        Bibliographies, arXiv’s files and author feeds, as many as you like. Or drop them anywhere on this page.
      </p>
      <PasteIds onFiles={(files) => void intake.start(files)} />
      <h3>Export</h3>
      <Export {...exchanging} chosen={chosen} task={task} />
      <p class="told" aria-live="polite">
        {task.told}
      </p>
      {task.stop && (
        <button type="button" onClick={task.stop}>
          Stop
        </button>
      )}
      <Backup
        saveBackup={exchanging.saveBackup}
        store={backups}
        task={task}
        onRestore={(files) => void intake.start(files, true)}
      />
      <Afloat>
        <>
          {isOver && <p class="drop">Drop files to import them.</p>}
          <IntakePanel {...intake} close={close} />
        </>
      </Afloat>
    </section>
  );
}
