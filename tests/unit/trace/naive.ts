import { LEAST_WORDS } from '../../../lib/trace/prints';

/** Words that are the same in two lists, from one place to another of the first. */
export interface SharedRun {
  from: number;
  to: number;
}

/**
 * Every longest run of words that two lists share, by comparing each word of one with each of the other; but for those
 * that are too short, and those within others.
 */
export function sharedRuns(one: readonly string[], other: readonly string[]): SharedRun[] {
  const runs = new Map<string, SharedRun>();
  for (let from = 0; from < one.length; from++) {
    for (let there = 0; there < other.length; there++) {
      let length = 0;
      while (one[from + length] !== undefined && one[from + length] === other[there + length]) length++;
      if (length >= LEAST_WORDS) runs.set(`${from} ${from + length}`, { from, to: from + length });
    }
  }
  const all = [...runs.values()];
  return all
    .filter((run) => !all.some((wide) => wide !== run && wide.from <= run.from && run.to <= wide.to))
    .sort((a, b) => a.from - b.from);
}
