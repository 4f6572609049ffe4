import type { Change } from './edit';

/** What is told of taking papers in from files, while it goes on and when it has ended. */

/** How far it is. No number ever falls, but for the rate and the time that is left. */
export interface IntakeProgress {
  /** Bytes of all files that were read, and that there are. */
  done: number;
  of: number;
  /** Papers that were taken in. */
  records: number;
  /** Papers taken in in a second, on the whole. */
  rate: number;
  /** Absent in the first second, when nothing can be said yet. */
  secondsLeft?: number;
}

/** A place in a file, and what is to be said of it as a sentence for the person. Both numbers are counted from 1. */
export interface Remark {
  file: string;
  line?: number;
  record?: number;
  why: string;
}

/** What came of it. A paper that stands in the files several times is counted once. */
export interface IntakeResult {
  /** Papers that were not kept before. */
  imported: number;
  /** Papers that were, and of which something new was said. */
  updated: number;
  /** Papers of which nothing new was said. */
  unchanged: number;
  /** How many records and files were not taken in. */
  skipped: number;
  /** Which ones they were, and why; no more than the first thousand of them. */
  skippedList: Remark[];
  /** What is to be said of files that were taken in. */
  remarks: Remark[];
  /** What takes it all back; absent where it was too much, or nothing was changed. */
  undo?: Change[];
  /** Present where the person stopped it: what was taken in before stays. */
  isCancelled?: true;
  /** Present where it could not go on, and why: what was taken in before stays. */
  problem?: string;
}
