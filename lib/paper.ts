/** What a paper is, and what a person may have done with it. Everyone shares these nouns. */

/** A canonical arXiv id without its version: `2511.07317` or `hep-th/9901001`. */
export type PaperId = string;

/** What a person says of a paper that they keep. */
export type ReadingState = 'saved' | 'reading' | 'read';

/** What is known of a paper: the person's own word where there is one, else that an enabled pack has it. */
export type PaperState = 'indexed' | ReadingState;

/** What a mark on a page may say: `unsaved` is a paper of arXiv's that neither a pack nor the library has. */
export type MentionState = 'unsaved' | PaperState;

/** What a mention was known by: the paper's id, its title, or words that stand in it too. */
export type Recognition = 'id' | 'title' | 'words';

export type LinkKind = 'code' | 'models' | 'data' | 'demo' | 'leaderboard' | 'homepage';

/** The facts of one paper. Dates are `YYYY-MM-DD`. */
export interface Paper {
  id: PaperId;
  title: string;
  /** The name that people call the work by, such as "Olmo 3". */
  system?: string;
  /** Titles under which the same paper also goes. */
  otherTitles?: string[];
  /** In the order of the paper, "First Last". */
  authors: string[];
  /** What it is about, in a few sentences of ours. */
  summary?: string;
  /** Its abstract as the authors wrote it, line breaks taken out. */
  abstract?: string;
  /** The primary category, such as `cs.CL`. */
  category?: string;
  /** The categories beside the primary one. */
  otherCategories?: string[];
  /** The day of the first version. */
  published?: string;
  /** The day of the newest version. */
  updated?: string;
  /** The number of the newest version that is known. */
  version?: number;
  /** Where it was published beside arXiv: a journal reference, a conference. */
  venue?: string;
  /** The DOI of that publication, without the resolver: `10.1000/182`. */
  doi?: string;
  comment?: string;
  links?: Partial<Record<LinkKind, string>>;
  /** The distinct content words of the abstract: for search, not for reading. */
  words?: string[];
  /** Fingerprints of its abstract, where that is not at hand itself: see `lib/trace`. */
  prints?: number[];
}

/** What the person made: kept apart from the facts, which may change under it. */
export interface LibraryRecord {
  id: PaperId;
  state: ReadingState;
  /** Milliseconds since 1970, from the clock of the person's machine. */
  savedAt: number;
  /** The host of the page it was saved from, where it was saved on a page. */
  savedFrom?: string;
  /** Present where the person gave it a star. */
  isStarred?: true;
  /** As the person wrote them, each once, in the order in which they were given. */
  tags?: string[];
  /** Markdown. */
  note?: string;
  /** The newest version of the paper that the person has seen. */
  seenVersion?: number;
}

/** What a badge needs to know of one paper. The title is absent where only the id is known. */
export interface PaperStatus {
  id: PaperId;
  state: PaperState;
  title?: string;
  /** What is new about it since the person saved it, as words that follow others. */
  news?: string;
}

/** A paper of which no more than the id is known. */
export function bare(id: PaperId): Paper {
  return { id, title: id, authors: [] };
}

/** What a paper is called before a person: by its title, or by its id where no more is known. */
export function nameOf({ id, title }: { id: PaperId; title?: string | undefined }): string {
  return !title || title === id ? `arXiv:${id}` : title;
}
