import { useState } from 'preact/hooks';
import { explain } from '../explain';

export interface Deed {
  isBusy: boolean;
  /** What went wrong with the last thing that was done; empty where nothing did. */
  problem: string;
  /** Resolves to whether it was done. Does nothing while something else is. */
  run(work: () => Promise<unknown>): Promise<boolean>;
}

/** Does one thing at a time, and remembers what went wrong with it. */
export function useDeed(): Deed {
  const [state, setState] = useState({ isBusy: false, problem: '' });
  return {
    ...state,
    async run(work) {
      if (state.isBusy) return false;
      setState({ isBusy: true, problem: '' });
      try {
        await work();
        setState({ isBusy: false, problem: '' });
        return true;
      } catch (error) {
        setState({ isBusy: false, problem: explain(error) });
        return false;
      }
    },
  };
}
