import type { SearchAnswer, SearchResult } from '../answers';
import { idFromLink } from '../arxiv/link';
import { mentionsInText } from '../arxiv/text';
import type { Paper, PaperId } from '../paper';
import { PaperIndex } from '../search/paper-index';
import type { Database } from '../store/connection';
import { readAll, readKnown } from '../store/known';

/** Searches over all papers that are known, with the index kept in memory from the first question on. */
export interface Finder {
  /** The best `limit` papers for words, or the papers that an id or a link in the query names. */
  find(database: Database, query: string, limit: number): Promise<SearchAnswer>;
  /** To be called when a paper was added or let go: the next search knows it. */
  refresh(database: Database, id: PaperId): Promise<void>;
}

export function createFinder(): Finder {
  let index: Promise<PaperIndex> | undefined;

  return {
    async find(database, query, limit) {
      const named = await readKnown(database, namedIn(query));
      const known = named.filter(({ state }) => state !== undefined);
      if (known.length > 0) return answer(database, query, limit, known);
      const [first] = named;
      if (first && isNothingBut(query)) return { query, total: 0, results: [], unknown: first.id };
      index ??= buildIndex(database);
      index.catch(() => (index = undefined));
      return answer(database, query, limit, (await index).search(query));
    },
    async refresh(database, id) {
      if (!index) return;
      const [known] = await readKnown(database, [id]);
      if (known?.state) (await index).put(known.paper ?? bare(id));
      else (await index).remove(id);
    },
  };
}

/** A paper of which no more than the id is known. */
export function bare(id: PaperId): Paper {
  return { id, title: id, authors: [] };
}

/** The papers that a query names: an id however it is written, or any link to a paper. */
function namedIn(query: string): PaperId[] {
  const link = idFromLink(query.trim());
  return link ? [link.id] : [...new Set(mentionsInText(query).map(({ id }) => id))];
}

/** Whether a query is an id or a link, and not words among which a number stands that could be one. */
function isNothingBut(query: string): boolean {
  const words = query.trim();
  const [mention] = mentionsInText(words);
  return idFromLink(words) !== undefined || (mention?.start === 0 && mention.end === words.length);
}

async function buildIndex(database: Database): Promise<PaperIndex> {
  const { papers, records } = await readAll(database);
  const known = new Set(papers.map(({ id }) => id));
  return new PaperIndex([...papers, ...records.filter(({ id }) => !known.has(id)).map(({ id }) => bare(id))]);
}

async function answer(
  database: Database,
  query: string,
  limit: number,
  hits: readonly { id: PaperId; terms?: string[] }[],
): Promise<SearchAnswer> {
  const best = hits.slice(0, limit);
  const ids = best.map(({ id }) => id);
  const known = await readKnown(database, ids);
  const results = known.flatMap(({ id, paper = bare(id), state }, at): SearchResult[] =>
    state ? [{ paper: inBrief(paper), state, terms: best[at]?.terms ?? [] }] : [],
  );
  return { query, total: hits.length, results };
}

function inBrief({ id, title, system, authors, venue, published }: Paper): SearchResult['paper'] {
  return {
    id,
    title,
    authors,
    ...(system !== undefined && { system }),
    ...(venue !== undefined && { venue }),
    ...(published !== undefined && { published }),
  };
}
