import type { PaperId } from '../paper';
import { attribute, textOf } from './dom';
import type { TextPlace } from './text-places';

/** A place of a page that names a paper: a link by its address, a text by some of its letters. */
export interface PageMention {
  id: PaperId;
  at: { link: Element } | TextPlace;
  /** All but a name count only where the paper is known. */
  kind: 'named' | 'bare' | 'titled' | 'traced';
  /** What holds a title or a name in pieces: it is one as long as all words in there are what they are. */
  within?: Element | null;
}

/** The node of the page that a mention stands in. */
export function nodeOf({ at }: PageMention): Element | Text {
  return 'link' in at ? at.link : at.text;
}

/** What in the page names the paper: the address of the link, the letters, or all words around. */
export function wordsOf({ at, within }: PageMention): string {
  if (within) return textOf(within) ?? '';
  return 'link' in at ? (attribute(at.link, 'href') ?? '') : at.text.data.slice(at.start, at.end);
}
