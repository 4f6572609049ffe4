import { askingWords } from './asking-words';
import type { Asking } from './use-asking';

/** What is being done for papers that wait for their facts, and how to stop it. Nothing where there is nothing to say. */
export function AskingLine({ asking: { state, stop } }: { asking: Asking }) {
  const words = state ? askingWords(state) : '';
  if (!state || words === '') return null;
  return (
    <div class="asking">
      <output>{words}</output>
      <button type="button" onClick={() => stop(!state.isStopped)}>
        {state.isStopped ? 'Resume' : 'Stop'}
      </button>
    </div>
  );
}
