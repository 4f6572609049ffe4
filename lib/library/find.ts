import type { SearchAnswer, SearchResult } from '../answers';
import { idFromLink } from '../arxiv/link';
import { mentionsInText } from '../arxiv/text';
import type { Paper, PaperId } from '../paper';
import { PaperIndex } from '../search/paper-index';
import type { Database } from '../store/connection';
import { getAllRecords, getRecords } from '../store/library';
import { getAllPapers, getPapers } from '../store/papers';
import { statusesOf } from './status';

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
      const named = await knownAmong(database, namedIn(query));
      if (named.length > 0) return answer(database, query, limit, named);
      index ??= buildIndex(database);
      index.catch(() => (index = undefined));
      return answer(database, query, limit, (await index).search(query));
    },
    async refresh(database, id) {
      if (!index) return;
      const [[paper], [record]] = await Promise.all([getPapers(database, [id]), getRecords(database, [id])]);
      const current = paper ?? (record && bare(id));
      if (current) (await index).put(current);
      else (await index).remove(id);
    },
  };
}

/** The papers that a query names: an id however it is written, or any link to a paper. */
function namedIn(query: string): PaperId[] {
  const link = idFromLink(query.trim());
  return link ? [link.id] : [...new Set(mentionsInText(query).map(({ id }) => id))];
}

async function knownAmong(database: Database, ids: PaperId[]): Promise<{ id: PaperId; terms: string[] }[]> {
  const known = ids.length > 0 ? await statusesOf(database, ids) : [];
  return known.map(({ id }) => ({ id, terms: [] }));
}

async function buildIndex(database: Database): Promise<PaperIndex> {
  const [papers, records] = await Promise.all([getAllPapers(database), getAllRecords(database)]);
  const known = new Set(papers.map(({ id }) => id));
  return new PaperIndex([...papers, ...records.filter(({ id }) => !known.has(id)).map(({ id }) => bare(id))]);
}

/** A paper of which no more than the id is known. */
export function bare(id: PaperId): Paper {
  return { id, title: id, authors: [] };
}

async function answer(
  database: Database,
  query: string,
  limit: number,
  hits: readonly { id: PaperId; terms: string[] }[],
): Promise<SearchAnswer> {
  const best = hits.slice(0, limit);
  const statuses = new Map(
    (
      await statusesOf(
        database,
        best.map(({ id }) => id),
      )
    ).map((status) => [status.id, status]),
  );
  const papers = await getPapers(
    database,
    best.map(({ id }) => id),
  );
  const results = best.flatMap(({ id, terms }, at): SearchResult[] => {
    const status = statuses.get(id);
    if (!status) return [];
    return [{ paper: inBrief(papers[at] ?? bare(id)), state: status.state, terms }];
  });
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
