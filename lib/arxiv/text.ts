import type { ArxivId } from './identifier';
import { withoutInvisible } from './invisible';
import { EACH_ID, idAfterPrefix } from './prefix';
import { WAYS } from './ways';

/** A paper named in a text: `text.slice(start, end)` is what names it, version included. */
export interface TextMention extends ArxivId {
  start: number;
  end: number;
  /** `bare`: a number of the right form with nothing around it that says arXiv. It counts only if the paper is known. */
  kind: 'named' | 'bare';
}

const ALL_WAYS = new RegExp(WAYS.map(({ form }) => `(${form})`).join('|'), 'gi');
const ALL_OF_IT = /.+/g;

/** What is written for a hyphen: letters that look like one, an en dash, a minus. */
const HYPHENS = /[\u2010-\u2013\u2212]/g;

/**
 * Finds every paper that a text names, in order: after `arXiv`, as an address, a DOI, an ADS bibcode, DBLP's `abs/`,
 * an id of the old kind, or a bare number. Letters that nobody sees are read as if they were not there.
 */
export function mentionsInText(text: string): TextMention[] {
  const { visible, placeOf } = withoutInvisible(text.replace(HYPHENS, '-'));
  const mentions: TextMention[] = [];
  for (const stretch of visible.matchAll(ALL_WAYS)) {
    // Of the groups, one for each way, the one that has it all tells the way.
    const { read, kind = 'named' } = WAYS[stretch.indexOf(stretch[0], 1) - 1] ?? {};
    for (const { 0: name, index } of stretch[0].matchAll(read ? ALL_OF_IT : EACH_ID)) {
      const id = (read ?? idAfterPrefix)(name);
      const start = stretch.index + index;
      if (id) mentions.push({ ...id, start: placeOf(start), end: placeOf(start + name.length - 1) + 1, kind });
    }
  }
  return mentions;
}

/**
 * What every mention holds, in whatever form: a new id, an old one's number after its archive, or that of a bibcode.
 * Written for speed: without regard to case, it would take V8 half as long again.
 */
const POSSIBLE = /\d\d(?:0[1-9]|1[0-2])\.\d{4}|[/=?-]\d{7}(?!\d)|[vV]\d{9}/g;

/** Where a text holds what every mention holds: one quick look that spares nearly every text of a page the rest. */
export function* possibleMentions(text: string): Generator<{ start: number; end: number }> {
  const { visible, placeOf } = withoutInvisible(text);
  for (const { 0: found, index } of visible.matchAll(POSSIBLE)) {
    yield { start: placeOf(index), end: placeOf(index + found.length - 1) + 1 };
  }
}
