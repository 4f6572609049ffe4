import type { HarvestRequest } from './pack';

/** How the fetching of a pack from arXiv stands, as it lies on disk. */
export interface Harvest {
  /** Of the pack. */
  name: string;
  /** The last run that came to its end; absent until one has. */
  last?: {
    request: HarvestRequest;
    /** The day on which it began, by arXiv's clock: what has changed since may not be in it. */
    began?: string;
  };
  /** Present while papers are being fetched, or as long as that is paused or waits. */
  run?: HarvestRun;
}

/** What comes between a harvest and the papers of its lists, whatever else arXiv is asked. */
export type HarvestProblem =
  /** arXiv was there, and gave no answer in time. */
  | 'slow'
  /** It was there, and could not answer. */
  | 'failed'
  /** It does not take the question. */
  | 'refused'
  /** Its answer breaks off, or is none. */
  | 'unreadable'
  /** It has forgotten how far the list had come. */
  | 'expired'
  /** Its list leads back to where it was before. */
  | 'endless'
  /** All had come, and could not be put together on disk. */
  | 'unsaved';

/** One fetching of all papers of some lists, or of what has changed in them. */
export interface HarvestRun {
  /** The number of the intake into the pack, which no other run has. */
  intake: number;
  request: HarvestRequest;
  stage: 'fetching' | 'paused' | 'failed' | 'cancelling';
  /** The day from which on changes are asked for; absent where everything is. */
  from?: string;
  /** The day of arXiv's first answer, by its own clock. */
  began?: string;
  /** The sets that arXiv is still to list, the one under way first. None: all has come, and is to be put together. */
  sets: string[];
  /** How far the list of the first of them has come. */
  list: HarvestList;
  /** How many records the lists had that are done with. */
  listed: number;
  /** How many papers were new to the pack, or told something new. */
  papers: number;
  /** How often something was wrong since the list was last as far as never before. */
  attempts: number;
  /** When arXiv may be asked next, in milliseconds since 1970. */
  notBefore: number;
  /** What was wrong with the last request, if that was about this run. */
  problem?: HarvestProblem;
}

/** How far a list that comes in parts has come. */
export interface HarvestList {
  /** What to ask for the next part with; absent before the first one. */
  token?: string;
  parts: number;
  /** How many records the parts had, and how many they will have had in the end, where arXiv says so. */
  received: number;
  of?: number;
  /** How many records had come when the list had to be begun anew, at most. */
  furthest: number;
  /** A token of before, by which a list is known that goes in a circle. */
  landmark?: string;
}
