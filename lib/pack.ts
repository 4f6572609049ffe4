import type { Facts } from './edit';
import type { PaperId } from './paper';

/** A pack is a named set of papers that came together: a category of arXiv, a bibliography, what the extension brings. */

/** The pack that the extension brings. */
export const BUNDLED = 'bundled';

/**
 * The pack in which papers lie that the person keeps, but for those that have changed lately. Nobody sees it: it is not
 * listed, and no filter can name it.
 */
export const STACKS = '';

/** A pack as it is listed. */
export interface PackSummary {
  name: string;
  /** Whether it is searched, and its papers marked on pages. */
  isOn: boolean;
  /** How many papers it has. */
  papers: number;
  /** What it takes on disk, in bytes: of the papers themselves, and of their index. */
  bytes: { papers: number; index: number };
  /** When its content last changed, in milliseconds since 1970. */
  updated: number;
  /** What it was asked of arXiv with, where it came from there. */
  request?: HarvestRequest;
  /** Present while papers of it are being fetched from arXiv, or as long as that is paused or waits. */
  harvest?: HarvestState;
  /** What is wrong with a part of it, and that it is being put right; as a sentence. */
  problem?: string;
}

/** Which papers are fetched from arXiv. */
export interface HarvestRequest {
  /** Archives or categories as arXiv calls them: `cs.CL`, `math`. */
  categories: string[];
  /** The years in which the first versions came out, both included; absent for all. */
  years?: { from: number; to: number };
}

/** How a harvest stands. */
export interface HarvestState {
  kind: 'working' | 'waiting' | 'paused' | 'failed';
  /** How many records arXiv has sent, and how many it says there are, where it says so. */
  received: number;
  of?: number;
  /** How many papers have been taken in. */
  papers: number;
  /** When arXiv is asked next, in milliseconds since 1970, where it waits. */
  nextAt?: number;
  /** What was wrong with the last request, as a sentence that says what to do. */
  problem?: string;
}

/** How papers are to be taken into a pack. */
export interface PackIntake {
  name: string;
  /** Whether what is taken in is the whole pack: papers that are not among it leave the pack. */
  isWhole: boolean;
  request?: HarvestRequest;
}

/** A paper for a pack, and what is told of it. */
export type PackPaper = Facts & { id: PaperId };

/** At most so many papers are taken in at once, all together or not at all. */
export const MAX_PACKED = 500;

/** What came of some papers that were taken into a pack; each is counted once. */
export interface PackCounts {
  added: number;
  changed: number;
  /** Papers that the pack had already as they are. */
  reused: number;
}

/** What came of an intake. */
export interface PackOutcome extends PackCounts {
  /** Papers that left the pack. */
  dropped: number;
}
