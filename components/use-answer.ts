import { useLayoutEffect, useState } from 'preact/hooks';
import { newestOnly, type Outcome } from './newest-only';

/** What can be asked for, and may change. */
export interface Source<Answer> {
  ask(): Promise<Answer>;
  /** Tells whenever the answer may be another. Returns a function that stops it. */
  watch(changed: () => void): () => void;
}

/** What a source says by now; undefined until it has answered. An answer stands until there is another. */
export function useAnswer<Answer>(source: Source<Answer>): Outcome<Answer> | undefined {
  const [outcome, setOutcome] = useState<Outcome<Answer>>();
  useLayoutEffect(() => {
    const want = newestOnly(
      () => source.ask(),
      (_, newest) => setOutcome(newest),
    );
    const ask = () => want('');
    ask();
    return source.watch(ask);
  }, [source]);
  return outcome;
}
