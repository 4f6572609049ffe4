import { afterId, Entry, type Filled, hasLabel, Identified, Labelled, type Layout, skipped } from './feed-layouts';
import type { Importer, Item } from './format';
import { lines } from './lines';

/** A sentence and no comment, heading or item of a list. */
const SENTENCE = /^[^#*>|-](?:\S* ){6}/;

/**
 * An author's feed that was saved as plain text. Three layouts are known:
 *
 * 1. Labelled. A heading may come first; then every abstract stands on a line of its own that starts with `Abstract:`.
 *    Blank lines may stand anywhere. There are no ids.
 * 2. Glued. Abstract, then perhaps a comment on the next line, then `arXiv:ID`. The line break after the id is missing,
 *    so the following abstract starts right behind it: an id at the start of a line belongs to the abstract before it.
 * 3. Dated. Abstract, perhaps a comment, the id, and `Created: YYYY-MM-DD Updated: YYYY-MM-DD`, with blank lines between
 *    these blocks.
 *
 * What stands there twice is yielded twice.
 */
export const authorFeed: Importer = {
  name: 'author feed',
  recognises(head) {
    const texts = head.split(/[\r\n]+/).map((line) => line.trim());
    // Ids alone may be a list, or a column of a table: in a feed, an abstract comes before the first of them.
    const firstId = texts.findIndex((text) => /^(?![,;|])/.test(afterId(text) ?? ','));
    return texts.some(hasLabel) || texts.slice(0, Math.max(0, firstId)).some((text) => SENTENCE.test(text));
  },
  async *read(pieces) {
    const feed = new Feed();
    for await (const { number, text } of lines(pieces)) {
      const line = text?.trim();
      if (line === undefined) yield skipped(number, 'This line is longer than any abstract. Save the feed once more.');
      else if (line !== '') yield* feed.read({ number, text: line });
    }
    yield* feed.end();
  },
};

/** A feed whose layout is told by its first label or id. */
class Feed implements Layout {
  #layout: Layout | undefined;
  #before: Entry | undefined;

  *read(line: Filled): Generator<Item> {
    if (hasLabel(line.text)) this.#layout ??= new Labelled();
    else if (afterId(line.text) !== undefined) this.#layout ??= new Identified(this.#before);
    if (this.#layout) yield* this.#layout.read(line);
    else {
      this.#before ??= new Entry(line.number);
      this.#before.add(line.text);
    }
  }

  *end(): Generator<Item> {
    if (this.#layout) yield* this.#layout.end();
    else {
      const why =
        'This is not an author feed: no line starts with "Abstract:" or with an id like "arXiv:2507.07024". ' +
        'Save the feed as plain text, whole and unedited, and try again.';
      yield skipped(this.#before?.line ?? 1, why);
    }
  }
}
