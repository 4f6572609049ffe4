import type { Health } from '../lib/answers';
import { formatMoment } from '../lib/dates';
import { papersInWords } from '../lib/papers-in-words';

/** Says in one line that the library is being brought back from its second copy, or was lately; else nothing. */
export function HealthLine({ health }: { health: Health | undefined }) {
  if (!health || health.state === 'fine') return null;
  const { state, papers, lost, since } = health;
  const count = papersInWords(papers);
  const day = formatMoment(since);
  return (
    <output class="line health">
      {state === 'recovering' && `Recovering your library: ${count}…`}
      {state === 'recovered' && `Your library was damaged, and recovered on ${day}: ${count}.`}
      {lost > 0 && ` ${lost.toLocaleString('en')} more could not be found.`}
    </output>
  );
}
