import type { IntakeProgress, IntakeResult, Remark } from '../../lib/intake';
import { ProgressBar } from '../ProgressBar';
import { NamePack } from './NamePack';
import type { Intake, Stage } from './use-intake';
import { placeInWords, progressInWords, resultInWords } from './words';

interface Props extends Omit<Intake, 'ask' | 'accepts'> {
  /** The names that packs have. */
  taken: readonly string[];
}

/** How an import goes on, and what came of it. */
export function IntakePanel({ stage, isRefusing, taken, start, takeBack, close }: Props) {
  if (!stage) return null;
  return (
    <section class="intake" aria-label="Import">
      {stage.kind === 'naming' && (
        <NamePack
          files={stage.files}
          taken={taken}
          onName={(name) => void start(stage.files, { into: { name, isThere: false } })}
          onCancel={close}
        />
      )}
      {stage.kind === 'working' && <Working {...stage} />}
      {stage.kind === 'taking back' && <ProgressBar label="Undo import" text="Taking the import back…" />}
      {isRefusing && (
        <p role="alert">One import at a time: what you chose meanwhile was not taken in. Choose it again.</p>
      )}
      {/* It is there before it says anything, so that what it says is heard. */}
      <p role="status" {...dataOf(stage)}>
        {toldOf(stage)}
      </p>
      {stage.kind === 'done' && <Details result={stage.result} />}
      {(stage.kind === 'done' || stage.kind === 'taken back') && (
        <div class="ways">
          <button type="button" ref={takeFocus} onClick={close}>
            Close
          </button>
          {stage.kind === 'done' && stage.result.undo && (
            <button type="button" onClick={() => void takeBack()}>
              Undo import
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** Whoever began the import by keyboard goes on here; whoever went elsewhere meanwhile stays there. */
function takeFocus(button: HTMLButtonElement | null): void {
  const at = document.activeElement;
  if (!at || at === document.body || at.closest('.exchange, .intake')) button?.focus();
}

function Working({ progress, stop, isStopping }: Extract<Stage, { kind: 'working' }>) {
  return (
    <>
      <p class="told" aria-hidden>
        {isStopping ? 'Stopping…' : progressInWords(progress)}
      </p>
      <div class="ways">
        <ProgressBar label="Import" percent={percentOf(progress)} text={progressInWords(progress)} />
        <button type="button" disabled={isStopping} onClick={stop}>
          Cancel
        </button>
      </div>
    </>
  );
}

function percentOf({ done, of }: IntakeProgress): number {
  return of > 0 ? Math.floor((done / of) * 100) : 100;
}

function toldOf(stage: Stage): string {
  if (stage.kind === 'done') return resultInWords(stage.result);
  if (stage.kind === 'taking back') return 'Taking the import back…';
  if (stage.kind === 'working' || stage.kind === 'naming') return '';
  return stage.problem === undefined ? 'The import was taken back.' : `The import was not taken back. ${stage.problem}`;
}

/** For programs. */
function dataOf(stage: Stage): Record<`data-${string}`, number> {
  if (stage.kind !== 'done') return {};
  const { imported, updated, unchanged, skipped } = stage.result;
  return { 'data-imported': imported, 'data-updated': updated, 'data-unchanged': unchanged, 'data-skipped': skipped };
}

function Details({
  result: { skipped, skippedList, remarks, undo, imported, updated, pack },
}: {
  result: IntakeResult;
}) {
  return (
    <>
      {remarks.length > 0 && <Remarks remarks={remarks} />}
      {skippedList.length > 0 && (
        <>
          <h3 id="skipped">Skipped</h3>
          <Remarks remarks={skippedList} labelledBy="skipped" />
          {skipped > skippedList.length && <p>{`And ${(skipped - skippedList.length).toLocaleString('en')} more.`}</p>}
        </>
      )}
      {!undo && !pack && imported + updated > 0 && (
        <p class="quiet">Too many papers were changed to take it all back at once.</p>
      )}
    </>
  );
}

function Remarks({ remarks, labelledBy }: { remarks: readonly Remark[]; labelledBy?: string }) {
  return (
    <ul class="remarks" aria-labelledby={labelledBy}>
      {remarks.map((remark) => (
        <li key={`${placeInWords(remark)} ${remark.why}`}>
          <span class="place">
            <bdi>{placeInWords(remark)}</bdi>
          </span>{' '}
          {remark.why}
        </li>
      ))}
    </ul>
  );
}
