import type { PaperId } from '../paper';
import { attribute } from './dom';
import type { TextPlace } from './text-places';

/** A place of a page that names a paper: a link by its address, a text by some of its letters. */
export interface PageMention {
  id: PaperId;
  at: { link: Element } | TextPlace;
  /** A bare number and a title count only where the paper is known. */
  kind: 'named' | 'bare' | 'titled';
}

/** The node of the page that a mention stands in. */
export function nodeOf({ at }: PageMention): Element | Text {
  return 'link' in at ? at.link : at.text;
}

/** What in the page names the paper: the address of the link, or the letters. */
export function wordsOf({ at }: PageMention): string {
  return 'link' in at ? (attribute(at.link, 'href') ?? '') : at.text.data.slice(at.start, at.end);
}
