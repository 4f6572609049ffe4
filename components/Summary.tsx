import type { SearchAnswer } from '../lib/answers';
import { summaryOf } from '../lib/summary';

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
