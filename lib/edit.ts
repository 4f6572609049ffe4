import type { LibraryRecord, Paper, PaperId, ReadingState } from './paper';
import type { PageFacts } from './paper-facts';

/** How a person's papers are changed: everything that changes them is one of these, made by whoever asks for it. */

/** Facts of a paper; what is left out is not said. */
export type Facts = Partial<Omit<Paper, 'id'>>;

/** What a person has made of a paper, as far as it is told. */
export type Made = Partial<Omit<LibraryRecord, 'id'>>;

/**
 * One change of one thing, so that changes of different things never undo each other. Only `save` and `merge` keep a
 * paper that is not kept; the others leave it as it is, and the outcome does not name it.
 */
export type Change =
  /**
   * Keeps a paper. One that is kept only takes on the state, where one is given: when and where it was first saved
   * stays. Without `savedAt` it is saved now. The facts are added to what is known; a version that is known by then
   * counts as seen.
   */
  | { kind: 'save'; id: PaperId; state?: ReadingState; savedFrom?: string; savedAt?: number; facts?: Facts }
  /** Lets a paper go, with all that was made of it; where `ifStill` is given, only if it is still as that says. */
  | { kind: 'remove'; id: PaperId; ifStill?: LibraryRecord }
  | { kind: 'state'; id: PaperId; state: ReadingState }
  | { kind: 'star'; id: PaperId }
  | { kind: 'unstar'; id: PaperId }
  /** Gives a tag: at a place among the others, counted from 0, where one is given, else after them. */
  | { kind: 'tag'; id: PaperId; tag: string; at?: number }
  | { kind: 'untag'; id: PaperId; tag: string }
  /** Writes a note, which was made from the text `from`: where the note has become another one since, both are kept. */
  | { kind: 'note'; id: PaperId; note: string; from: string }
  /** Says which version of the paper the person has seen; without one, that they have seen none. */
  | { kind: 'seen'; id: PaperId; version?: number }
  /** Keeps a paper as it was kept elsewhere. Nothing that is there is taken away or replaced; twice is as once. */
  | { kind: 'merge'; id: PaperId; made?: Made; facts?: Facts }
  /** Adds to the facts of a paper that is kept; they say nothing of the person. */
  | { kind: 'learn'; id: PaperId; facts: Facts }
  /**
   * What one of arXiv's pages says of a paper that is kept: it fills in what is missing, and the version that the page
   * shows has been seen. Of any other paper it is passed over.
   */
  | { kind: 'told'; id: PaperId; facts: Omit<PageFacts, 'id'> }
  /** Gives a tag another name wherever it was given. */
  | { kind: 'rename-tag'; from: string; to: string };

/** Changes that are made all together or not at all. */
export interface Edit {
  /** Names this edit and no other: asked for twice, it is made once. */
  operation: string;
  changes: Change[];
}

/** What came of an edit. */
export interface EditOutcome {
  /** The papers that are not as they were, in the order of the changes. */
  changed: PaperId[];
  /** Those of them that were not kept before. */
  added: PaperId[];
  /** What puts each thing that was changed back to what it was, and touches nothing else. */
  undo: Change[];
}

/** A paper as a file has it. */
export interface PaperToImport {
  facts: Facts & { id: PaperId };
  kept?: Made;
}

/** At most {@link MAX_IMPORTED} papers, taken in all together or not at all. */
export interface Import {
  operation: string;
  items: PaperToImport[];
}

/** What came of taking papers in: each of them is counted once. */
export interface ImportOutcome {
  imported: number;
  updated: number;
  unchanged: number;
  /** The papers that are not as they were. */
  changed: PaperId[];
  undo: Change[];
}

export const MAX_IMPORTED = 500;

/** A name for an edit, told from all others by chance alone. Also where a page is not secure and has no `randomUUID`. */
export function newOperation(): string {
  return crypto.getRandomValues(new Uint32Array(4)).join('-');
}
