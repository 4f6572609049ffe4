import type { SearchAnswer, SearchResult } from '../answers';
import { arxivAddress } from '../arxiv/identifier';
import { nameOf } from '../paper';
import { segments } from '../search/highlight';
import { listed, summaryOf } from '../summary';

/** What the address bar shows under what is typed, and puts into itself when it is chosen. */
interface Suggestion {
  content: string;
  description: string;
}

/** How an address bar takes descriptions: Chromium as XML with styles, Firefox as they are to be read. */
export interface Style {
  plain(text: string): string;
  match(text: string): string;
  dim(text: string): string;
}

const inXml = (tag: string) => (text: string) => `<${tag}>${escaped(text)}</${tag}>`;

export const STYLED: Style = { plain: escaped, match: inXml('match'), dim: inXml('dim') };
export const PLAIN: Style = { plain: clean, match: clean, dim: clean };

/** A found paper: its title with the words that met the query, who wrote it, and when. */
export function suggestionOf({ paper, terms }: SearchResult, { plain, match, dim }: Style): Suggestion {
  const title = segments(nameOf(paper), terms).map(({ text, marked }) => (marked ? match(text) : plain(text)));
  const [author, ...others] = paper.authors;
  const authors = author !== undefined && others.length > 0 ? `${author} and ${others.length} more` : author;
  const facts = [authors, paper.published?.slice(0, 4)].filter((fact) => fact !== undefined);
  return {
    content: arxivAddress(paper.id, 'abs'),
    description: title.join('') + (facts.length > 0 ? dim(` ${facts.join(' · ')}`) : ''),
  };
}

/** What the first line says, which leads to all that was found: what was not understood, what was, and how many. */
export function defaultOf(answer: SearchAnswer, { plain, match, dim }: Style): string {
  if (answer.problems.length > 0) return plain(answer.problems.join(' '));
  if (answer.total === 0) return plain(summaryOf(answer));
  return `${match(listed(answer.understood))}${dim(` ${summaryOf(answer)}`)}`;
}

/** XML knows no control characters, and half a pair of surrogates is no character; neither is anything to read. */
function clean(text: string): string {
  return text.replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu, ' ');
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };

function escaped(text: string): string {
  return clean(text).replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}
