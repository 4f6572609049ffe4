import type { LibraryRecord, Paper } from '../../paper';

/** A paper as a query looks at it. */
export interface Candidate {
  paper: Paper;
  /** What the person made of it, where they keep it. */
  record?: LibraryRecord | undefined;
  /** The names of the packs that have it; absent where nobody has looked. */
  packs?: readonly string[];
}
