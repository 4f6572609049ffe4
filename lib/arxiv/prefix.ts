import { ARCHIVE_FORM, type ArxivId, END_FORM, ID_FORM, NEW_ID_FORM, OLD_ID_FORM, parseId } from './identifier';

/** What may stand between `arXiv` and the id, if anything: signs, and a few words between signs. */
const GAP = String.raw`[\s\u200E:\uFF1A.,=#~*|/_"'“‘()[\]{-]*`;
const WORD = String.raw`(?:e-?prints?|preprints?|papers?|identifier|id|no|number|version|abs|pdf|(?<!\w-?arxiv\.)org|${ARCHIVE_FORM}(?=\d{4}\.))`;

/** What says that an id follows: `arXiv:`, `arXiv preprint`, `arxiv_id = "`, `e-Print:`, `10.48550/arXiv.`, `abs/`. */
const PREFIX_FORM = String.raw`(?:(?:https?:\/\/|10\.48550\/|(?<![a-z]))(?:arxiv|e-?print)${GAP}(?:${WORD}${GAP}){0,2}|(?<![\w./-])abs\/)`;

/** What stands between the ids of a list or of a range, a category behind each perhaps. */
const CATEGORY = String.raw`\s*\[[a-z]+[.-][a-z.-]{2,}\]`;
const BETWEEN = String.raw`(?:${CATEGORY})?\s*(?:[,;&-](?:\s*(?:and|&))?|and|or)\s*`;

/**
 * An id that is told by its prefix, its archive or the category behind it, and what is listed after it, as a regular
 * expression source. The list has a bound because the engine runs out of stack on one of millions of letters.
 */
export const LIST_FORM = String.raw`(?:${PREFIX_FORM}${ID_FORM}|(?<![\w./-])(?:${OLD_ID_FORM}|${NEW_ID_FORM}(?=${CATEGORY})))${END_FORM}(?:${BETWEEN}${ID_FORM}${END_FORM}){0,99999}`;

const PREFIX = new RegExp(`^${PREFIX_FORM}`, 'i');

/** Each id of a list. The prefix belongs to the first. */
export const EACH_ID = new RegExp(`(?:^${PREFIX_FORM})?${ID_FORM}`, 'gi');

/** Reads an id after its prefix, if it has one. */
export function idAfterPrefix(text: string): ArxivId | undefined {
  return parseId(text.replace(PREFIX, ''));
}
