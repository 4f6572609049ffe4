import type { PaperOnPage } from './answers';
import type { PaperId } from './paper';

/** Words that stand one after the other in a text, and in the abstract of a paper too. */
export interface Passage {
  /** Where it stands in the text: from `start` to `end`, in UTF-16 units. */
  start: number;
  end: number;
  /** How many words it has. */
  words: number;
  /**
   * Whether it was compared word by word, and reaches as far as it is the same. Otherwise it is known by fingerprints
   * alone, and may reach a few words further on either side.
   */
  isExact: boolean;
  /** The papers in which it stands. */
  papers: PaperId[];
}

/** A passage as the page has it that was traced. */
export interface PassageOnPage extends Pick<Passage, 'words' | 'isExact' | 'papers'> {
  /** By which the page knows it. */
  number: number;
  /** As it stands on the page. */
  text: string;
}

/** A passage with what a list shows of its papers. */
export interface ListedPassage extends Omit<PassageOnPage, 'papers'> {
  papers: PaperOnPage[];
}

/** What of a page is traced. */
export type Traced = 'page' | 'selection';

/** Letters of a text that is traced at once: more than nearly all pages have. */
export const MAX_TRACED = 2_000_000;

/** What a person is told where no passage was found. */
export const NO_PASSAGE = 'No passage of 12 words or more stands in a paper that Manicule has.';
