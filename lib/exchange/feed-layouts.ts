import { parseId } from '../arxiv/identifier';
import { isDay } from './days';
import type { FoundPaper, Item, Skipped } from './format';

/** A line with something on it, blanks around it taken off. */
export interface Filled {
  number: number;
  text: string;
}

/** In letters: more than any abstract has together with its comment. */
const MAX_ENTRY = 100_000;

/** The lines of one entry. Of one that is too long, no more is held. */
export class Entry {
  readonly parts: string[] = [];
  #letters = 0;

  constructor(readonly line: number) {}

  get isTooLong(): boolean {
    return this.#letters > MAX_ENTRY;
  }

  add(text: string): void {
    this.#letters += text.length;
    if (text !== '' && !this.isTooLong) this.parts.push(text);
  }
}

/** Takes the lines of a document of one layout, and yields what they say once that is known. */
export interface Layout {
  read(line: Filled): Iterable<Item>;
  end(): Iterable<Item>;
}

const LABEL = 'Abstract:';
const DATES = /^Created: (\d{4}-\d{2}-\d{2})(?: Updated: (\d{4}-\d{2}-\d{2}))?$/;

/**
 * An id at the start of a line, its version, and the text glued to it. The number has five digits from January 2015 on
 * and four before, which tells where it ends when a digit follows.
 */
const ID =
  /^arXiv:((?:0[7-9]|1[0-4])\d{2}\.\d{4}|(?:1[5-9]|[2-9]\d)\d{2}\.\d{5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v[1-9]\d?)?\s*(.*)$/;

export function hasLabel(line: string): boolean {
  return line.startsWith(LABEL);
}

/** What is glued to the id that a line starts with; undefined where it starts with none. */
export function afterId(line: string): string | undefined {
  return ID.exec(line)?.[2];
}

export function skipped(line: number, why: string): Skipped {
  return { kind: 'skipped', place: { line }, why };
}

function tooLong({ line }: Entry): Skipped {
  return skipped(line, 'What begins here is longer than any abstract. Save the feed once more.');
}

/** Labels and no ids. What stands before the first label is the heading; an unlabelled line continues an abstract. */
export class Labelled implements Layout {
  #entry: Entry | undefined;

  *read({ number, text }: Filled): Generator<Item> {
    if (hasLabel(text)) {
      yield* this.end();
      this.#entry = new Entry(number);
      this.#entry.add(text.slice(LABEL.length).trim());
    } else if (afterId(text) !== undefined) {
      yield skipped(number, `An id stands among abstracts that are labelled "${LABEL}". Give each document by itself.`);
    } else {
      this.#entry?.add(text);
    }
  }

  *end(): Generator<Item> {
    const entry = this.#entry;
    if (!entry) return;
    if (entry.isTooLong) yield tooLong(entry);
    else if (entry.parts.length === 0) {
      yield skipped(entry.line, `Nothing follows "${LABEL}". Put the abstract behind it, or remove the line.`);
    } else yield { kind: 'abstract', place: { line: entry.line }, abstract: entry.parts.join(' ') };
  }
}

/** An id closes the entry before it, what is glued to the id opens the next, and dates join the entry just closed. */
export class Identified implements Layout {
  #entry: Entry | undefined;
  #closed: FoundPaper | undefined;

  /** @param entry what stands before the first id. */
  constructor(entry: Entry | undefined) {
    this.#entry = entry;
  }

  *read({ number, text }: Filled): Generator<Item> {
    const [idLine, id = '', glued = ''] = ID.exec(text) ?? [];
    const [datesLine, created = '', updated] = DATES.exec(text) ?? [];
    if (idLine) {
      yield* this.#close(number, id);
      this.#entry = glued === '' ? undefined : new Entry(number);
      this.#entry?.add(glued);
    } else if (datesLine) {
      if (!this.#addDates(created, updated)) {
        yield skipped(
          number,
          'These dates follow no arXiv id, or are none. The document seems damaged: save it again.',
        );
      }
    } else if (hasLabel(text)) {
      yield skipped(number, 'A labelled abstract stands among abstracts with ids. Give each document by itself.');
    } else {
      this.#entry ??= new Entry(number);
      this.#entry.add(text);
    }
  }

  *end(): Generator<Item> {
    if (this.#closed) yield this.#closed;
    if (!this.#entry) return;
    const why = 'No arXiv id follows this abstract. The document seems cut off: save it again.';
    yield this.#entry.isTooLong ? tooLong(this.#entry) : skipped(this.#entry.line, why);
  }

  *#close(number: number, written: string): Generator<Item> {
    if (this.#closed) yield this.#closed;
    this.#closed = undefined;
    const entry = this.#entry;
    const id = parseId(written)?.id;
    const [abstract, ...comment] = entry?.parts ?? [];
    if (entry?.isTooLong) yield tooLong(entry);
    else if (!id) yield skipped(number, `arXiv has no paper ${written}. Correct the id.`);
    else if (!entry || abstract === undefined) {
      yield skipped(number, `No abstract stands before arXiv:${id}. Import a plain list of ids as a list instead.`);
    } else {
      const facts = { id, abstract, ...(comment.length > 0 && { comment: comment.join(' ') }) };
      this.#closed = { kind: 'paper', place: { line: entry.line }, facts };
    }
  }

  /** Returns whether there was an entry to join. */
  #addDates(published: string, updated = published): boolean {
    if (this.#entry || !this.#closed || this.#closed.facts.published) return false;
    if (!isDay(published) || !isDay(updated)) return false;
    Object.assign(this.#closed.facts, { published, updated });
    return true;
  }
}
