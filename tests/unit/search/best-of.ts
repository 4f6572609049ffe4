import { ATTEMPTS } from '../../../lib/search/attempts';
import type { Hit, PaperIndex } from '../../../lib/search/paper-index';

/** What the first attempt finds that finds anything. */
export function bestOf(index: PaperIndex, query: string): Hit[] {
  return ATTEMPTS.map((attempt) => index.search(query, attempt)).find((hits) => hits.length > 0) ?? [];
}
