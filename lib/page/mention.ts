import type { PaperId } from '../paper';
import { attribute, textOf } from './dom';
import type { TextPlace } from './text-places';

/** A place of a page that names a paper: a link by its address, a text by some of its letters. */
export interface PageMention {
  id: PaperId;
  at: { link: Element } | TextPlace;
  /** A bare number and a title count only where the paper is known. */
  kind: 'named' | 'bare' | 'titled';
  /** What holds a title: it is the title of a paper as long as all of these words are what they are. */
  entry?: Element;
}

/** The node of the page that a mention stands in. */
export function nodeOf({ at }: PageMention): Element | Text {
  return 'link' in at ? at.link : at.text;
}

/** What in the page names the paper: the address of the link, the letters, or all words around a title. */
export function wordsOf({ at, entry }: PageMention): string {
  if (entry) return textOf(entry) ?? '';
  return 'link' in at ? (attribute(at.link, 'href') ?? '') : at.text.data.slice(at.start, at.end);
}
