/** What keyboards, and texts that are pasted, have for a quotation mark. */
export const QUOTES = '"“”„';

/** What one may write apart from the rest: a word, a phrase, a filter. */
export interface Piece {
  /** As it is written: `text.slice(start, start + source.length)`. */
  source: string;
  start: number;
  /** Whether a minus stands before it. */
  isNegated: boolean;
  /** What stands before a colon, if that could be the name of a filter. */
  name: string | undefined;
  /** The rest, without its quotation marks. */
  value: string;
  /** Whether the value stands in quotation marks; `open` where the second one is missing. */
  quotes: 'none' | 'closed' | 'open';
}

/** Letters, and whatever joins them; one letter alone (`C:`) names a drive or a variable and no filter. */
const NAME = String.raw`\p{L}[\p{L}_-]+`;

/** A quotation mark opens nothing within a word (`5" disks`), and what follows the second one is a piece of its own. */
const PIECE = new RegExp(String.raw`-?(?:${NAME}:)?[${QUOTES}][^${QUOTES}]*[${QUOTES}]|\S+`, 'gu');
const PARTS = new RegExp(String.raw`^(-?)(?:(${NAME}):)?(.*)$`, 'su');

/** Takes a query apart at its white space and quotation marks, in order. No character but white space is left out. */
export function piecesOf(text: string): Piece[] {
  return Array.from(text.matchAll(PIECE), ({ 0: source, index }) => {
    const [, minus, name, rest = ''] = PARTS.exec(source) ?? [];
    const isOpened = rest !== '' && QUOTES.includes(rest.charAt(0));
    const isClosed = isOpened && rest.length > 1 && QUOTES.includes(rest.charAt(rest.length - 1));
    return {
      source,
      start: index,
      isNegated: minus === '-',
      name,
      value: isOpened ? rest.slice(1, isClosed ? -1 : undefined) : rest,
      quotes: isClosed ? 'closed' : isOpened ? 'open' : 'none',
    };
  });
}
