import type { SearchAnswer } from './answers';
import { papersInWords } from './papers-in-words';

/** How many papers were found, or for what there is none, in one line. */
export function summaryOf({ total, results, unknown, understood }: SearchAnswer): string {
  if (unknown) return `arXiv:${unknown} is not in your library, nor among the papers that Manicule knows.`;
  if (total > results.length) return `The best ${results.length} of ${papersInWords(total)}`;
  if (total > 0) return papersInWords(total);
  if (understood.length === 0) return 'There is no word to search for yet.';
  return `No paper found for ${listed(understood)}.`;
}

/** Words and conditions of a query as a sentence names them. */
export function listed(understood: readonly string[]): string {
  return new Intl.ListFormat('en').format(understood);
}
