import { useState } from 'preact/hooks';
import { explain } from '../explain';

export interface Task {
  /** What came of it, or what is going on; empty before. */
  told: string;
  /** Present while it goes on. */
  stop: (() => void) | undefined;
  /** Does nothing while another one goes on. */
  run(doing: string, work: (signal: AbortSignal) => Promise<string>): Promise<void>;
}

/** Does one thing at a time that takes a moment, and says what came of it. */
export function useTask(): Task {
  const [state, setState] = useState<Omit<Task, 'run'>>({ told: '', stop: undefined });
  return {
    ...state,
    async run(doing, work) {
      if (state.stop) return;
      const abort = new AbortController();
      setState({ told: doing, stop: () => abort.abort() });
      try {
        setState({ told: await work(abort.signal), stop: undefined });
      } catch (error) {
        setState({ told: abort.signal.aborted ? 'Stopped.' : explain(error), stop: undefined });
      }
    },
  };
}
