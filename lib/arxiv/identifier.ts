import type { PaperId } from '../paper';
import { OLD_ARCHIVES } from './archives';

/** An id as it was written somewhere: the identity, and the version for display. */
export interface ArxivId {
  id: PaperId;
  version?: number;
}

/**
 * The forms of an id, as regular expression sources without groups, of which the grammars of texts and links are
 * built. They say what looks like an id; {@link parseId} says whether it is one.
 */
const NEW_FORM = String.raw`\d{4}\.\d{4,5}`;
export const ARCHIVE_FORM = String.raw`[a-z]+(?:-[a-z]+)?(?:\.[a-z][a-z-]+)?\/`;
const VERSION_FORM = String.raw`(?:v[1-9]\d*)?`;
export const NEW_ID_FORM = NEW_FORM + VERSION_FORM;
export const OLD_ID_FORM = String.raw`${ARCHIVE_FORM}\d{7}${VERSION_FORM}`;
export const ID_FORM = String.raw`(?:${NEW_FORM}|${ARCHIVE_FORM}\d{7})${VERSION_FORM}`;
/** In a text an id ends where no letter, digit or further group of digits goes on. */
export const END_FORM = String.raw`(?!\w|\.\d)`;

const NEW_ID = /^(\d\d(?:0[1-9]|1[0-2]))\.(\d{4,5})(?:v([1-9]\d*))?$/;
const OLD_ID = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z][a-z-]+)?\/(\d\d(?:0[1-9]|1[0-2]))(\d{3})(?:v([1-9]\d*))?$/;

/**
 * Reads a whole text as one arXiv id, in either scheme, with or without a version.
 *
 * New ids run from 0704, with four digits until 1412 and five from 1501; old ids from 9107 to 0703. A subject class
 * (`math.GT/0309136`) is not part of the identity, and an archive may have lost its hyphen (`hepth/9901001`). Oracle:
 * arXiv's own `arxiv.identifier` (arxiv-base), which also refuses the number 0 and version 0.
 *
 * @returns undefined where arXiv could have given out no such id.
 */
export function parseId(text: string): ArxivId | undefined {
  return parseNew(text.toLowerCase()) ?? parseOld(text.toLowerCase());
}

function parseNew(text: string): ArxivId | undefined {
  const [, yymm = '', number = '', version] = NEW_ID.exec(text) ?? [];
  const isNew = yymm >= '0704' && number.length === (yymm < '1501' ? 4 : 5) && Number(number) > 0;
  return isNew ? withVersion(`${yymm}.${number}`, version) : undefined;
}

function parseOld(text: string): ArxivId | undefined {
  const [, written = '', yymm = '', number = '', version] = OLD_ID.exec(text) ?? [];
  const archive = OLD_ARCHIVES.find((name) => name === written || name.replace('-', '') === written);
  const isOld = archive && (yymm >= '9107' || yymm <= '0703') && Number(number) > 0;
  return isOld ? withVersion(`${archive}/${yymm}${number}`, version) : undefined;
}

function withVersion(id: PaperId, version: string | undefined): ArxivId {
  return version === undefined ? { id } : { id, version: Number(version) };
}

/** The addresses of a paper on arXiv. Without a version they show the newest one. */
export function arxivAddress(id: PaperId, form: 'abs' | 'pdf' | 'html'): string {
  return `https://arxiv.org/${form}/${id}`;
}
