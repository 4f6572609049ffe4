import { useLayoutEffect, useState } from 'preact/hooks';
import { newestOnly, type Outcome } from '../../components/newest-only';
import type { RankAnswer } from '../../lib/answers';

/** What the index says of a query. */
export interface Ranked {
  query: string;
  outcome: Outcome<RankAnswer>;
}

/**
 * What the index says of a query, and of the one before as long as it has not answered; undefined where nothing is asked.
 *
 * @param version changes whenever the answer may be another.
 */
export function useRank(
  ask: (query: string) => Promise<RankAnswer>,
  query: string | undefined,
  version: unknown,
): Ranked | undefined {
  const [ranked, setRanked] = useState<Ranked>();
  const [want] = useState(() => newestOnly(ask, (asked, outcome) => setRanked({ query: asked, outcome })));
  useLayoutEffect(() => {
    if (query !== undefined) want(query);
  }, [query, version, want]);
  return query === undefined ? undefined : ranked;
}
