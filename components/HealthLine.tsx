import type { Health } from '../lib/answers';
import { formatMoment } from '../lib/dates';

/** Says in one line that the library is being brought back from its second copy, or was lately; else nothing. */
export function HealthLine({ health }: { health: Health | undefined }) {
  if (!health || health.state === 'fine') return null;
  const { state, papers, lost, since } = health;
  const count = papers === 1 ? '1 paper' : `${papers} papers`;
  const day = formatMoment(since);
  return (
    <p class="line health" role="status">
      {state === 'recovering' && `Recovering your library: ${count}…`}
      {state === 'recovered' && `Your library was damaged, and recovered on ${day}: ${count}.`}
      {lost > 0 && ` ${lost} more could not be found.`}
    </p>
  );
}
