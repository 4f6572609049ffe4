import { useState } from 'preact/hooks';
import type { IntakeProgress, IntakeResult } from '../../lib/intake';
import { explain } from '../explain';
import type { Exchanging, IntakeOptions } from './exchanging';

/** What is shown of taking papers in; undefined where nothing is. */
export type Stage =
  /** The person is asked what the pack is to be called that these files are to make. */
  | { kind: 'naming'; files: readonly File[] }
  | { kind: 'working'; progress: IntakeProgress; stop: () => void; isStopping: boolean }
  | { kind: 'done'; result: IntakeResult }
  | { kind: 'taking back' }
  | { kind: 'taken back'; problem?: string };

type How = Pick<IntakeOptions, 'isRestore' | 'into'>;

export interface Intake {
  stage: Stage | undefined;
  /** Whether files are given that cannot be taken in while something is under way. */
  isRefusing: boolean;
  /** Whether files can be taken in now. Where they cannot, that is shown. */
  accepts(files: readonly File[]): boolean;
  /** Takes in files that were accepted. */
  start(files: readonly File[], how?: How): Promise<void>;
  /** The same, into a pack that is to be given a name first. */
  ask(files: readonly File[]): void;
  takeBack(): Promise<void>;
  close(): void;
}

/** Takes papers in, one import after the other. */
export function useIntake({ takeIn, takeBack }: Pick<Exchanging, 'takeIn' | 'takeBack'>): Intake {
  const [stage, setStage] = useState<Stage>();
  const [isRefusing, setRefusing] = useState(false);
  const isBusy = stage?.kind === 'working' || stage?.kind === 'taking back';
  return {
    stage,
    isRefusing,
    accepts(files) {
      setRefusing(isBusy && files.length > 0);
      return !isBusy && files.length > 0;
    },
    async start(files, how = {}) {
      const abort = new AbortController();
      const show = (progress: IntakeProgress) =>
        setStage({ kind: 'working', progress, stop, isStopping: abort.signal.aborted });
      let last: IntakeProgress = { done: 0, of: files.reduce((sum, { size }) => sum + size, 0), records: 0, rate: 0 };
      function stop(): void {
        abort.abort();
        show(last);
      }
      const onProgress = (progress: IntakeProgress) => show((last = progress));
      show(last);
      setStage({ kind: 'done', result: await takeIn(files, { ...how, signal: abort.signal, onProgress }) });
    },
    ask(files) {
      setStage({ kind: 'naming', files });
    },
    async takeBack() {
      if (stage?.kind !== 'done' || !stage.result.undo) return;
      setStage({ kind: 'taking back' });
      try {
        await takeBack(stage.result.undo);
        setStage({ kind: 'taken back' });
      } catch (error) {
        setStage({ kind: 'taken back', problem: explain(error) });
      }
    },
    close() {
      if (isBusy) return;
      setStage(undefined);
      setRefusing(false);
    },
  };
}
