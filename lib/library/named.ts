import { idFromLink } from '../arxiv/link';
import { mentionsInText } from '../arxiv/text';
import type { PaperId } from '../paper';

/** The papers that the words of a query name: an id however it is written, or any link to a paper. */
export function namedIn(words: string): PaperId[] {
  const link = idFromLink(words);
  return link ? [link.id] : [...new Set(mentionsInText(words).map(({ id }) => id))];
}

/** Whether words are an id or a link, and not words among which a number stands that could be one. */
export function isNothingBut(words: string): boolean {
  const [mention] = mentionsInText(words);
  return idFromLink(words) !== undefined || (mention?.start === 0 && mention.end === words.length);
}
