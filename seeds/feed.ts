/**
 * Reads an author's feed that was saved as plain text. Three layouts are known:
 *
 * 1. Labelled. A heading may come first; then every abstract stands on a line of its own that starts with `Abstract:`.
 *    Blank lines may stand anywhere. There are no ids.
 * 2. Glued. Abstract, then perhaps a comment on the next line, then `arXiv:ID`. The line break after the id is missing,
 *    so the following abstract starts right behind it: an id at the start of a line belongs to the abstract before it.
 * 3. Dated. Abstract, perhaps a comment, the id, and `Created: YYYY-MM-DD Updated: YYYY-MM-DD`, with blank lines between
 *    these blocks.
 *
 * Pure: text in, entries out.
 */
import { ExpectedError } from '../lib/errors';

/** One paper of a feed. The labelled layout knows the abstract only. Dates are `YYYY-MM-DD`, ids have no version. */
export interface FeedEntry {
  abstract: string;
  id?: string;
  comment?: string;
  created?: string;
  updated?: string;
}

/** The text is no feed, or a damaged one. The message starts with the line and ends with what to do. */
export class FeedError extends ExpectedError {
  constructor(
    readonly line: number,
    what: string,
    remedy: string,
  ) {
    super(`Line ${line}: ${what} ${remedy}`);
  }
}

interface Line {
  number: number;
  text: string;
}

const LABEL = 'Abstract:';
const DATES = /^Created: (\d{4}-\d{2}-\d{2})(?: Updated: (\d{4}-\d{2}-\d{2}))?$/;

/**
 * An id at the start of a line, its version, and the text glued to it. The number has five digits from January 2015 on
 * and four before, which tells where it ends when a digit follows.
 */
const ID =
  /^arXiv:((?:0[7-9]|1[0-4])\d{2}\.\d{4}|(?:1[5-9]|[2-9]\d)\d{2}\.\d{5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v[1-9]\d?)?\s*(.*)$/;

/**
 * The entries of a feed document, in its order, repeats included.
 * @throws {FeedError} for a text in none of the three layouts
 */
export function parseFeed(text: string): FeedEntry[] {
  const lines = filledLines(text);
  const [first] = lines;
  if (!first) throw new FeedError(1, 'the document is empty.', 'Save the feed as plain text once more.');
  if (lines.some((line) => line.text.startsWith(LABEL))) return parseLabelled(lines);
  if (lines.some((line) => ID.test(line.text))) return parseIdentified(lines);
  throw new FeedError(
    first.number,
    `this is no author feed: no line starts with "${LABEL}" or with an id like "arXiv:2507.07024".`,
    'Save the feed as plain text, whole and unedited, and try again.',
  );
}

/** The lines that hold something, trimmed, with their numbers from 1. A byte order mark is dropped. */
function filledLines(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line.trim() }))
    .filter((line) => line.text !== '');
}

/** Layout 1. What stands before the first label is the heading; an unlabelled line later on continues an abstract. */
function parseLabelled(lines: Line[]): FeedEntry[] {
  const abstracts: string[][] = [];
  for (const { number, text } of lines) {
    if (ID.test(text)) {
      throw new FeedError(
        number,
        `an id stands in a document whose abstracts are labelled "${LABEL}".`,
        'Give each feed document by itself.',
      );
    }
    if (text.startsWith(LABEL)) abstracts.push([text.slice(LABEL.length).trim()]);
    else abstracts.at(-1)?.push(text);
    if (abstracts.at(-1)?.[0] === '') {
      throw new FeedError(
        number,
        `nothing follows "${LABEL}".`,
        'Remove the line or put the abstract behind the label.',
      );
    }
  }
  return abstracts.map((parts) => ({ abstract: parts.join(' ') }));
}

/** Layouts 2 and 3: an id closes the entry before it, what is glued to the id opens the next, dates join the last one. */
function parseIdentified(lines: Line[]): FeedEntry[] {
  const entries: FeedEntry[] = [];
  let open: Line[] = [];
  for (const line of lines) {
    const [idLine, id = '', glued] = ID.exec(line.text) ?? [];
    const dates = DATES.exec(line.text);
    if (idLine) {
      entries.push(closeEntry(open, id, line.number));
      open = glued ? [{ number: line.number, text: glued }] : [];
    } else if (dates) {
      addDates(open.length === 0 ? entries.at(-1) : undefined, dates, line.number);
    } else {
      open.push(line);
    }
  }
  if (open[0]) {
    throw new FeedError(
      open[0].number,
      'no arXiv id follows this abstract.',
      'The document seems cut off: save it again.',
    );
  }
  return entries;
}

/** An entry from the lines since the last id: the first is the abstract, the others are the comment. */
function closeEntry(open: Line[], id: string, number: number): FeedEntry {
  const [abstract, ...comment] = open.map((line) => line.text);
  if (abstract === undefined) {
    throw new FeedError(
      number,
      `no abstract stands before arXiv:${id}.`,
      'Import a plain list of ids as a list instead.',
    );
  }
  return { abstract, id, ...(comment.length > 0 && { comment: comment.join(' ') }) };
}

/** Puts the dates of a `Created:` line into the entry that was closed just before it. */
function addDates(entry: FeedEntry | undefined, dates: RegExpExecArray, number: number): void {
  if (!entry || entry.created) {
    throw new FeedError(number, 'these dates follow no arXiv id.', 'The document seems damaged: save it again.');
  }
  const [, created, updated] = dates;
  if (created) entry.created = created;
  if (updated) entry.updated = updated;
}
