import { BIBCODE_FORM, idFromBibcode } from './bibcode';
import { SITES } from './hosts';
import { type ArxivId, NEW_FORM, OLD_FORM, parseId, VERSION_FORM } from './identifier';
import { idFromLink } from './link';
import { idFromPath } from './path';

/** A paper named in a text: `text.slice(start, end)` is what names it, version included. */
export interface TextMention extends ArxivId {
  start: number;
  end: number;
  /** `bare`: a number of the right form with nothing around it that says arXiv; it counts only if the paper is known. */
  kind: 'named' | 'bare';
}

/** What every mention holds, in whatever form: year, month and the first digits of a number. */
const POSSIBLE = /\d\d(?:0[1-9]|1[0-2])\.?\d{3}/g;

const NEW_ID = `${NEW_FORM}${VERSION_FORM}`;
const ANY_ID = `(?:${NEW_FORM}|${OLD_FORM})${VERSION_FORM}`;
/** An id ends where no letter, digit or further group of digits goes on. */
const END = String.raw`(?![\w]|\.\d)`;

const PREFIX_FORM = String.raw`arxiv(?:\s+(?:e-?prints?|preprints?))?[\s:.]*`;

/** The rest of an address or a DOI: what no space, quote or bracket ends. */
const NO_GAP = String.raw`[^\s<>"'“”]+`;

/**
 * The ways to name a paper in running text, in the order in which they claim their stretch of it. A stretch that is
 * claimed is not looked at again: a number within another site's address or DOI names nothing.
 */
const WAYS: readonly { name: string; form: string; read: (found: string, at: number) => TextMention[] }[] = [
  {
    name: 'address',
    form: String.raw`\bhttps?:\/\/${NO_GAP}|(?<![\w.-])(?:[\w-]+\.)*(?:${SITES.join('|').replaceAll('.', '\\.')})\/${NO_GAP}`,
    read: readAddress,
  },
  { name: 'doi', form: String.raw`(?<![\w.])10\.\d{4,9}\/${NO_GAP}`, read: readDoi },
  {
    name: 'prefix',
    form: String.raw`(?<![a-z])${PREFIX_FORM}${ANY_ID}${END}(?:\s*[,;]\s*(?:and\s+)?${ANY_ID}${END})*`,
    read: readPrefixed,
  },
  {
    name: 'bibcode',
    form: String.raw`(?<!\w)${BIBCODE_FORM}(?!\w)`,
    read: (found, at) => one(idFromBibcode(found), found, at),
  },
  { name: 'id', form: String.raw`(?<![\w./-])(?:abs\/${ANY_ID}|${OLD_FORM}${VERSION_FORM})${END}`, read: readEach },
  {
    name: 'bare',
    form: String.raw`(?<![\w.,$€£¥=+/#@~≈-]|[$€£¥]\s)${NEW_ID}${END}(?!\s?[%°±]|[(/-]\d)`,
    read: (found, at) => readEach(found, at, 'bare'),
  },
];

const PREFIX = new RegExp(`^${PREFIX_FORM}`, 'i');
const EACH_ID = new RegExp(ANY_ID, 'gi');
const ALL_WAYS = new RegExp(WAYS.map(({ name, form }) => `(?<${name}>${form})`).join('|'), 'gi');
const CLOSING = /[)\].,;:!?'’]+$/;

/**
 * Finds every paper that a text names, in order: after `arXiv`, as an address, a DOI, an ADS bibcode, DBLP's `abs/`,
 * an id of the old kind, or a bare number.
 */
export function mentionsInText(text: string): TextMention[] {
  const mentions: TextMention[] = [];
  for (const match of text.matchAll(ALL_WAYS)) {
    const way = WAYS.find(({ name }) => match.groups?.[name] !== undefined);
    if (way) mentions.push(...way.read(match[0], match.index));
  }
  return mentions;
}

/** Where a text holds what every mention holds: one quick look that spares nearly every text of a page the rest. */
export function* possibleMentions(text: string): Generator<{ start: number; end: number }> {
  for (const { 0: found, index } of text.matchAll(POSSIBLE)) yield { start: index, end: index + found.length };
}

function readAddress(found: string, at: number): TextMention[] {
  const address = found.replace(CLOSING, '');
  return one(idFromLink(/^http/i.test(address) ? address : `https://${address}`), address, at);
}

function readDoi(found: string, at: number): TextMention[] {
  const doi = found.replace(CLOSING, '');
  return one(/^10\.48550\/arxiv\./i.test(doi) ? idFromPath(doi.slice('10.48550/arxiv.'.length)) : undefined, doi, at);
}

/** The first id takes the prefix in; the others of the list stand for themselves. */
function readPrefixed(found: string, at: number): TextMention[] {
  const list = found.replace(PREFIX, '');
  const [first, ...others] = readEach(list, at + found.length - list.length);
  return first ? [{ ...first, start: at }, ...others] : others;
}

function readEach(found: string, at: number, kind: TextMention['kind'] = 'named'): TextMention[] {
  return [...found.matchAll(EACH_ID)].flatMap(({ 0: id, index }) => one(parseId(id), id, at + index, kind));
}

function one(
  id: ArxivId | undefined,
  found: string,
  start: number,
  kind: TextMention['kind'] = 'named',
): TextMention[] {
  return id ? [{ ...id, start, end: start + found.length, kind }] : [];
}
