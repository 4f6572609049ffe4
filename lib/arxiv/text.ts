import type { ArxivId } from './identifier';
import { INVISIBLE, withoutInvisible } from './invisible';
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
 * What every mention holds, in whatever form: seven digits, with a dot among them or without. U+2060 is looked for as
 * U+200B: with one letter less to tell apart, V8 still skips through a text, which takes two thirds of the time.
 */
const SEEN = String.raw`[\d${INVISIBLE.replace(String.raw`\u2060`, '')}]`;
const POSSIBLE = new RegExp(String.raw`\d${SEEN}{3,}\.?${SEEN}{3}`, 'g');

/** What these digits must have among or right before them to be an id's, or one of a list. */
const LIKE_ID = /\d\d(?:0[1-9]|1[0-2])\.\d{4}|(?:[/,;&-]|and|to)\s*\d{7}(?!\d)|arxiv\s*\d{9}/i;

/** Where a text holds what every mention holds: one quick look that spares nearly every text of a page the rest. */
export function* possibleMentions(text: string): Generator<{ start: number; end: number }> {
  for (const { 0: found, index } of text.replaceAll('\u2060', '\u200B').matchAll(POSSIBLE)) {
    const end = index + found.length;
    const around = text.slice(Math.max(0, index - 16), end + 8);
    // With letters in it that nobody sees, the rest may lie further off.
    if (LIKE_ID.test(around) || withoutInvisible(around).visible !== around) yield { start: index, end };
  }
}
