import type { Change } from './edit';
import type { Drawing } from './markup';
import type { ListedPassage, PassageOnPage } from './passage';
import type { LibraryRecord, MentionState, Paper, PaperId, PaperState } from './paper';

/** What the parts of the extension tell each other about papers. */

/** A paper as its card shows it. */
export interface PaperCard {
  /** Where no more than the id is known, `title` is the id and there are no authors. */
  paper: Paper;
  state: MentionState;
  /** Present where the person keeps the paper. */
  record?: LibraryRecord;
  /** The names of the packs that have it, of those that are on. */
  packs: readonly string[];
}

/** What can be made of a paper, as it is drawn on a page of ours. */
export interface Making extends Drawing {
  undo?: Undoable;
}

/** What was done last, in a few words, and what takes it back. */
export interface Undoable {
  done: string;
  changes: Change[];
}

/** One found paper, with what a result row shows and why it was found. */
export interface SearchResult {
  paper: Pick<Paper, 'id' | 'title' | 'system' | 'authors' | 'venue' | 'published'>;
  state: PaperState;
  /** The words of these facts that met the query, lower-case and without accents: mark them where they stand. */
  terms: string[];
}

export interface SearchAnswer {
  /** The query this answers: an answer to an older one is to be thrown away. */
  query: string;
  /** How many papers met the query; `results` holds the best of them, in rank order. */
  total: number;
  results: SearchResult[];
  /** The paper that the query names, where it is neither kept nor in a pack: then there are no results. */
  unknown?: PaperId;
  /** The words and conditions that the query was taken to consist of, each as it is to be shown. */
  understood: string[];
  /** What of the query was taken for mere words though it looks like more, each as a sentence. */
  problems: string[];
  /** What of the query means something to another search too; empty where it is about the person's papers alone. */
  elsewhere: string;
}

/** Which papers a query finds, for a page that has those at hand that the person keeps. */
export interface RankAnswer {
  /** The best of them, kept or not, in rank order: no more than were asked for. */
  ids: PaperId[];
  /** How many there are. */
  total: number;
  /** Those of them that the person keeps, all of them, in rank order. */
  kept: PaperId[];
  /** The words by which they were found, lower-case and without accents: mark them where they stand. */
  terms: string[];
  /** The paper that the query names, where it is neither kept nor in a pack. */
  unknown?: PaperId;
}

/** How often a phrase stands in the papers that are known, each of which counts once. */
export interface PhraseCount {
  phrase: string;
  /** How many papers have it: as many as a search for it finds. */
  papers: number;
  /** In how many places of these it stands; none of a paper of which only the distinct words are known. */
  places: number;
  /** What it took the worker to count them. */
  milliseconds: number;
}

/** A paper that a page names, and what else a list shows of it where that is asked for. */
export interface PaperOnPage extends Partial<Pick<Paper, 'authors' | 'venue' | 'published'>> {
  id: PaperId;
  state: MentionState;
  title?: string;
  /** What is new about it since the person saved it, as words that follow others. */
  news?: string;
}

/** The papers of a tab, and what is known of its page. */
export interface TabPapers {
  /** In the order of the page: those it names, or the one that its address names. */
  papers: PaperOnPage[];
  /** The site, or nothing for a file; absent where our script does not run. */
  host?: string;
  /** Whether papers are marked there. */
  isMarking: boolean;
  /** Whether there is nothing to say yet: our script comes to a page once that has loaded. */
  isLoading: boolean;
  /** What was found by its words, the longest first; absent as long as nobody has asked for that. */
  passages?: ListedPassage[];
}

/** What a page names, and where on it the person is. */
export interface PageSurvey {
  /** The site; empty for a file. */
  host: string;
  /** Whether papers are marked there. */
  isMarking: boolean;
  /** In the order of the page, its own paper first. */
  papers: PaperOnPage[];
  /** The paper that the page is about. */
  own?: PaperId | undefined;
  /** The paper of the link or badge that has the focus. */
  focused?: PaperId | undefined;
  /** The words that are selected. */
  selection: string;
  /** What was found by its words, in the order of the page; absent as long as nobody has asked for that. */
  passages?: PassageOnPage[] | undefined;
}

/** What a person is told where they are looking, after a shortcut or a menu. */
export interface Notice {
  kind: 'done' | 'problem';
  text: string;
}

/** What can come between arXiv and the papers that it is asked about, all of them at once. */
export type AskingProblem =
  /** It wants to be left alone for a while. */
  | 'busy'
  | 'offline'
  /** It was there, and gave no answer in time. */
  | 'slow'
  /** It was there, and could not answer. */
  | 'failed'
  /** Something else answered in its place, such as the page on which a network wants one to sign in. */
  | 'foreign'
  /** It answered, and that could not be put on disk. */
  | 'unsaved';

/** How the completing of saved papers stands: arXiv is asked for what is not known of them. */
export interface CompletionState {
  /** How many papers are still to be asked about. */
  waiting: number;
  isAsking: boolean;
  /** When arXiv may be asked next, in milliseconds since 1970; absent where nothing waits or it may not be asked. */
  nextAt?: number;
  /** What was wrong with the last request. */
  problem?: AskingProblem;
  /** Whether the person has allowed to ask arXiv at all. */
  isAllowed: boolean;
  /** Whether the person has stopped it for now. */
  isStopped: boolean;
}

/** How the library is. Times are in milliseconds since 1970. */
export type Health =
  | { state: 'fine'; papers: number }
  /** It was damaged and is being brought back from its second copy, or was lately; some papers may be lost. */
  | { state: 'recovering' | 'recovered'; papers: number; lost: number; since: number };
