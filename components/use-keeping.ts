import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { Change } from '../lib/edit';
import type { MentionState, PaperId, PaperStatus } from '../lib/paper';
import { explain } from './explain';
import { isKept, type Listed } from './listed';

/** How papers are kept outside. Each promise resolves when the change is on disk. */
export interface Keeper {
  save(id: PaperId): Promise<unknown>;
  /** Resolves to what brings the paper back, with all that was made of it. */
  remove(id: PaperId): Promise<{ undo: Change[] }>;
  undo(changes: Change[]): Promise<unknown>;
  /**
   * Tells of every change, whoever made it; a paper without a status is not known any more. Returns a function that
   * stops it.
   */
  watch(changed: (change: { ids: PaperId[]; statuses: PaperStatus[] }) => void): () => void;
}

/** What was learned of a paper since it was listed. */
interface Learned {
  state?: MentionState;
  title?: string;
  /** What brings the paper back that was let go here. */
  undo?: Change[] | undefined;
  isBusy?: boolean;
  /** What went wrong with the last change; empty where nothing did. */
  problem?: string;
}

export interface Keeping {
  /** The paper as it stands by now. */
  now(paper: Listed): Listed;
  isBusy(id: PaperId): boolean;
  problem(id: PaperId): string;
  /** Resolves to whether it was done; `problem` says why not. */
  save(id: PaperId): Promise<boolean>;
  /** Lets a paper go; saved again, it is what it was before. Resolves to what brings it back, if it was done. */
  remove(id: PaperId): Promise<Change[] | undefined>;
}

type Lesson = (learned: ReadonlyMap<PaperId, Learned>) => [PaperId, Learned][];

/** Keeps papers and lets them go, and knows how each stands, also when it changes elsewhere. */
export function useKeeping(keeper: Keeper): Keeping {
  const [learned, learn] = useReducer(learnt, new Map<PaperId, Learned>());

  useLayoutEffect(
    () =>
      keeper.watch(({ ids, statuses }) =>
        learn(() => [
          ...ids.map((id): [PaperId, Learned] => [id, { state: 'unsaved' }]),
          ...statuses.map(({ id, state, title }): [PaperId, Learned] => [id, { state, ...(title && { title }) }]),
        ]),
      ),
    [keeper],
  );

  /** Resolves to whether it was done. */
  async function change(id: PaperId, make: Promise<unknown>, outcome: MentionState, failed: string): Promise<boolean> {
    learn(() => [[id, { isBusy: true, problem: '' }]]);
    try {
      await make;
      learn((latest) => [[id, { isBusy: false, state: agreed(latest.get(id)?.state, outcome) }]]);
      return true;
    } catch (error) {
      learn(() => [[id, { isBusy: false, problem: `${failed} ${explain(error)}` }]]);
      return false;
    }
  }

  return {
    now(paper) {
      const { state = paper.state, title = paper.title } = learned.get(paper.id) ?? {};
      return { ...paper, state, ...(title !== undefined && { title }) };
    },
    isBusy: (id) => learned.get(id)?.isBusy ?? false,
    problem: (id) => learned.get(id)?.problem ?? '',
    async save(id) {
      const undo = learned.get(id)?.undo;
      const saving = undo ? keeper.undo(undo) : keeper.save(id);
      const isDone = await change(id, saving, 'saved', 'Not saved.');
      if (isDone) learn(() => [[id, { undo: undefined }]]);
      return isDone;
    },
    async remove(id) {
      const removing = keeper.remove(id);
      if (!(await change(id, removing, 'unsaved', 'Not removed.'))) return undefined;
      const { undo } = await removing;
      learn(() => [[id, { undo }]]);
      return undo;
    },
  };
}

/** A change is announced with the state it led to, which says more than that the change was made. */
function agreed(announced: MentionState | undefined, outcome: MentionState): MentionState {
  return announced !== undefined && isKept(announced) === isKept(outcome) ? announced : outcome;
}

function learnt(learned: ReadonlyMap<PaperId, Learned>, lesson: Lesson): Map<PaperId, Learned> {
  const next = new Map(learned);
  for (const [id, part] of lesson(learned)) next.set(id, { ...next.get(id), ...part });
  return next;
}
