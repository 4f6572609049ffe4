import { useLayoutEffect, useReducer } from 'preact/hooks';
import type { MentionState, PaperId, PaperStatus, ReadingState } from '../lib/paper';
import { explain } from './explain';
import { isKept, type Listed } from './listed';

/** How papers are kept outside. Each promise resolves when the change is on disk. */
export interface Keeper {
  save(id: PaperId): Promise<unknown>;
  /** Resolves to what brings the paper back, with all that was made of it. */
  remove(id: PaperId): Promise<() => Promise<unknown>>;
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
  /** What the paper was before it was let go here, and what makes it that again. */
  before?: { state: ReadingState; bringBack: () => Promise<unknown> } | undefined;
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
  /** Lets a paper go; saved again, it is what it was before. */
  remove(id: PaperId, before: ReadingState): Promise<boolean>;
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
    save(id) {
      const before = learned.get(id)?.before;
      return change(id, before?.bringBack() ?? keeper.save(id), before?.state ?? 'saved', 'Not saved.');
    },
    remove(id, state) {
      const removed = keeper.remove(id).then((bringBack) => learn(() => [[id, { before: { state, bringBack } }]]));
      return change(id, removed, 'unsaved', 'Not removed.');
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
