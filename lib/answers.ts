import type { LibraryRecord, MentionState, Paper, PaperId, PaperState } from './paper';

/** What the parts of the extension tell each other about papers. */

/** A paper as its card shows it. */
export interface PaperCard {
  /** Where no more than the id is known, `title` is the id and there are no authors. */
  paper: Paper;
  state: MentionState;
  /** Present where the person keeps the paper. */
  record?: LibraryRecord;
}

/** One found paper, with what a result row shows and why it was found. */
export interface SearchResult {
  paper: Pick<Paper, 'id' | 'title' | 'system' | 'authors' | 'venue' | 'published'>;
  state: PaperState;
  /** The words of the paper that met the query, lower-case and without accents: mark them where they stand. */
  terms: string[];
}

export interface SearchAnswer {
  /** The query this answers: an answer to an older one is to be thrown away. */
  query: string;
  /** How many papers met the query; `results` holds the best of them, in rank order. */
  total: number;
  results: SearchResult[];
}

/** A paper that a page names. */
export interface PaperOnPage {
  id: PaperId;
  state: MentionState;
  title?: string;
}

/** What a page names, and where on it the person is. */
export interface PageSurvey {
  /** In the order of the page, its own paper first. */
  papers: PaperOnPage[];
  /** The paper that the page is about. */
  own?: PaperId | undefined;
  /** The papers of the badge, link or part of the page that has the focus. */
  focused: PaperId[];
  /** The papers that are marked within the selection, and its words. */
  selected: PaperId[];
  selection: string;
}

/** What a person is told where they are looking, after a shortcut or a menu. */
export interface Notice {
  kind: 'done' | 'problem';
  text: string;
}
