import { ExpectedError } from '../lib/errors';
import { authorFeed } from '../lib/exchange/author-feed';

/** One paper of a feed. The labelled layout knows the abstract only. Ids have no version. */
export interface FeedEntry {
  abstract: string;
  id?: string;
}

/** The text is no feed, or a damaged one. The message starts with the line and ends with what to do. */
export class FeedError extends ExpectedError {}

/**
 * The entries of a feed document, in its order, repeats included.
 * @throws {FeedError} for a text in none of the known layouts, and for any fault of it
 */
export async function parseFeed(text: string): Promise<FeedEntry[]> {
  const entries: FeedEntry[] = [];
  for await (const item of authorFeed.read(piecesOf(text))) {
    if (item.kind === 'skipped') throw new FeedError(`Line ${item.place.line}: ${item.why}`);
    if (item.kind === 'abstract') entries.push({ abstract: item.abstract });
    else if (item.facts.abstract) entries.push({ abstract: item.facts.abstract, id: item.facts.id });
  }
  return entries;
}

async function* piecesOf(text: string): AsyncGenerator<string> {
  yield text;
}
