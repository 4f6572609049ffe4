import type { Paper } from '../paper';

/** Whether arXiv can tell more of a paper than is known: its title, or its abstract. */
export function isIncomplete(paper: Paper | undefined): boolean {
  return !paper || !paper.title || paper.title === paper.id || !paper.abstract;
}
