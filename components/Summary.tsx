import type { SearchAnswer } from '../lib/answers';

/** What was found, in one line; below it, where the query was not understood as it was meant, what was not. */
export function Summary({ answer }: { answer: SearchAnswer }) {
  const problems = answer.problems.join(' ');
  return (
    <>
      <p>{summaryOf(answer)}</p>
      {problems !== '' && (
        <p class="problems" title={problems}>
          {problems}
        </p>
      )}
    </>
  );
}

/** How many papers were found, or for what there is none. */
function summaryOf({ total, results, unknown, understood }: SearchAnswer): string {
  if (unknown) return `arXiv:${unknown} is not in your library, nor among the papers that Manicule knows.`;
  if (total > results.length) return `The best ${results.length} of ${total} papers`;
  if (total > 0) return total === 1 ? '1 paper' : `${total} papers`;
  if (understood.length === 0) return 'There is no word to search for yet.';
  return `No paper found for ${new Intl.ListFormat('en').format(understood)}.`;
}
