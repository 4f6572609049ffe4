import { useRef, useState } from 'preact/hooks';
import { BUNDLED, type PackSummary } from '../../lib/pack';
import type { PaperId } from '../../lib/paper';
import { Afloat } from './Afloat';
import { Backup } from './Backup';
import { type Destination, DestinationChoice } from './Destination';
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
  packs: readonly PackSummary[];
}

const LIBRARY: Destination = { kind: 'library' };

/** Where papers come in from files and leave in them. */
export function ExchangePanel({ exchanging, backups, chosen, packs }: Props) {
  const intake = useIntake(exchanging);
  const renewable = packs.filter(mayBeRenewed).map(({ name }) => name);
  const [chosenDestination, setDestination] = useState(LIBRARY);
  const isGone = chosenDestination.kind === 'pack' && !renewable.includes(chosenDestination.name);
  const destination = isGone ? LIBRARY : chosenDestination;
  const task = useTask();
  const section = useRef<HTMLElement>(null);
  const isOver = useDrop(take);

  function take(files: readonly File[]): boolean {
    if (!intake.accepts(files)) return false;
    if (destination.kind === 'new pack') intake.ask(files);
    else
      void intake.start(files, destination.kind === 'pack' ? { into: { name: destination.name, isThere: true } } : {});
    // The next files are not meant for a pack unless that is said again.
    setDestination(LIBRARY);
    return true;
  }

  function close(): void {
    intake.close();
    section.current?.querySelector('input')?.focus({ preventScroll: true });
  }

  return (
    <section class="exchange" aria-labelledby="exchange" ref={section}>
      <h2 id="exchange">Import and export</h2>
      <div class="ways">
        <FileButton name="Import papers" isSeveral isPrimary onFiles={take} />
      </div>
      <DestinationChoice chosen={destination} packs={renewable} onChoose={setDestination} />
      <PasteIds onFiles={take} />
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
        onRestore={(files) => intake.accepts(files) && void intake.start(files, { isRestore: true })}
      />
      <Afloat>
        <>
          {isOver && <p class="drop">Drop files to import them.</p>}
          <IntakePanel {...intake} taken={packs.map(({ name }) => name)} close={close} />
        </>
      </Afloat>
    </section>
  );
}

/** Whether a file may be the newer copy of a pack: one that came from a file itself. */
function mayBeRenewed({ name, request, harvest }: PackSummary): boolean {
  return name !== BUNDLED && !request && !harvest;
}
