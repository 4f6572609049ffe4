import type { SearchAnswer, SearchResult } from '../answers';
import { idFromLink } from '../arxiv/link';
import { mentionsInText } from '../arxiv/text';
import { bare, type Paper, type PaperId } from '../paper';
import { PaperIndex } from '../search/paper-index';
import type { Database } from '../store/connection';
import { readAll, readKnown } from '../store/known';

/** Searches over all papers that are known, with all that a search needs in memory from the first question on. */
export interface Finder {
  /** The best `limit` papers for words, or the papers that an id or a link in the query names. */
  find(database: Database, query: string, limit: number): Promise<SearchAnswer>;
  /** To be called when a paper was added or let go: the next search knows it. */
  refresh(database: Database, id: PaperId): Promise<void>;
}

/** What stands in memory: the words of every paper, and what a row of results shows of it. */
interface Findable {
  index: PaperIndex;
  rows: Map<PaperId, Omit<SearchResult, 'terms'>>;
}

export function createFinder(): Finder {
  let findable: Promise<Findable> | undefined;

  return {
    async find(database, query, limit) {
      findable ??= readFindable(database);
      findable.catch(() => (findable = undefined));
      return answer(await findable, query, limit);
    },
    async refresh(database, id) {
      if (!findable) return;
      const { index, rows } = await findable;
      const [known] = await readKnown(database, [id]);
      const { paper = bare(id), state } = known ?? {};
      if (state) {
        index.put(paper);
        rows.set(id, { paper: inBrief(paper), state });
      } else {
        index.remove(id);
        rows.delete(id);
      }
    },
  };
}

async function readFindable(database: Database): Promise<Findable> {
  const known = await readAll(database);
  const papers = known.map(({ id, paper = bare(id) }) => paper);
  const rows = known.map(({ id, paper = bare(id), state }) => [id, { paper: inBrief(paper), state }] as const);
  return { index: new PaperIndex(papers), rows: new Map(rows) };
}

function answer({ index, rows }: Findable, query: string, limit: number): SearchAnswer {
  const named = namedIn(query);
  const known = named.filter((id) => rows.has(id)).map((id) => ({ id, terms: [] }));
  const [first] = named;
  if (known.length === 0 && first && isNothingBut(query)) return { query, total: 0, results: [], unknown: first };
  const hits: { id: PaperId; terms: string[] }[] = known.length > 0 ? known : index.search(query);
  const results = hits.slice(0, limit).flatMap(({ id, terms }): SearchResult[] => {
    const row = rows.get(id);
    return row ? [{ paper: row.paper, state: row.state, terms }] : [];
  });
  return { query, total: hits.length, results };
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
