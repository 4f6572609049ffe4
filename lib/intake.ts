import type { Change } from './edit';

/** What is told of taking papers in from files, while it goes on and when it has ended. */

/** A pack that papers are to be taken into. */
export interface IntoPack {
  name: string;
  /** Whether there is one of this name, in the place of whose content they are to come. */
  isThere: boolean;
}

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

/** What came of the papers, where they were taken. One that stands in the files several times is counted once. */
export interface Outcome {
  /** Papers that were not there before. */
  imported: number;
  /** Papers that were, and of which something new was said. */
  updated: number;
  /** Papers of which nothing new was said. */
  unchanged: number;
  /** What takes it all back; absent where it was too much, or nothing was changed. */
  undo?: Change[];
  /** Present where they were taken into a pack: its name, and how many papers left it. */
  pack?: { name: string; dropped: number };
}

/** What came of it. */
export interface IntakeResult extends Outcome {
  /** How many records and files were not taken in. */
  skipped: number;
  /** Which ones they were, and why; no more than the first thousand of them. */
  skippedList: Remark[];
  /** What is to be said of files that were taken in. */
  remarks: Remark[];
  /** Present where the person stopped it: what was taken into the library before stays, and nothing in a pack. */
  isCancelled?: true;
  /** Present where it could not go on, and why: as where the person stopped it. */
  problem?: string;
}
