import { densePrints } from '../lib/trace/prints';
import { type AbstractsById, inOrder } from './abstracts';

/** The fingerprints of each paper's abstract, by id: of the one with most of them, where there are several. */
export function printsByPaper(abstracts: AbstractsById): Record<string, number[]> {
  return inOrder(abstracts, (texts) => {
    const [most = []] = texts
      .toSorted()
      .map(densePrints)
      .sort((one, other) => other.length - one.length);
    return most;
  });
}
