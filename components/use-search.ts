import { useLayoutEffect, useState } from 'preact/hooks';
import type { SearchAnswer } from '../lib/answers';
import { newestOnly, type Outcome } from './newest-only';

/** What is known of the query in the box. With no query there is neither an outcome nor anything to wait for. */
export interface Search {
  isWaiting: boolean;
  /** Of the newest query that was answered; what stands in the box may be newer while `isWaiting`. */
  outcome?: Outcome<SearchAnswer>;
}

const NO_QUERY: Search = { isWaiting: false };

/**
 * Searches for what stands in a box, at every change of it and at once for what was typed before this was called.
 * An answer to anything but what stands in the box is thrown away.
 */
export function useSearch(box: HTMLInputElement, ask: (query: string) => Promise<SearchAnswer>): Search {
  const [search, setSearch] = useState(NO_QUERY);

  useLayoutEffect(() => {
    const want = newestOnly(ask, (query, outcome) => {
      if (query === box.value) setSearch({ isWaiting: false, outcome });
    });
    const read = () => {
      if (box.value.trim() === '') return setSearch(NO_QUERY);
      setSearch((before) => ({ ...before, isWaiting: true }));
      want(box.value);
    };
    read();
    box.addEventListener('input', read);
    return () => box.removeEventListener('input', read);
  }, [box, ask]);

  return search;
}
