import type { PaperId } from '../paper';
import { OLD_ARCHIVES } from './archives';

/** An id as it was written somewhere: the identity, and the version for display. */
export interface ArxivId {
  id: PaperId;
  version?: number;
}

/**
 * The forms of an id, as regular expression sources without groups, so that the grammars of texts and links are
 * built of the same two. They say what looks like an id; {@link parseId} says whether it is one.
 */
export const NEW_FORM = String.raw`\d{4}\.\d{4,5}`;
export const OLD_FORM = String.raw`[a-z]+(?:-[a-z]+)?(?:\.[a-z][a-z-]+)?\/\d{7}`;
export const VERSION_FORM = String.raw`(?:v[1-9]\d*)?`;

const NEW_ID = /^(\d\d)(\d\d)\.(\d{4,5})(?:v([1-9]\d*))?$/i;
const OLD_ID = /^([a-z]+(?:-[a-z]+)?)(?:\.[a-z][a-z-]+)?\/(\d\d)(\d\d)(\d{3})(?:v([1-9]\d*))?$/i;

/**
 * Reads a whole text as one arXiv id, in either scheme, with or without a version.
 *
 * New ids run from 0704, with four digits until 1412 and five from 1501; old ids from 9107 to 0703. A subject class
 * (`math.GT/0309136`) is not part of the identity. Oracle: arXiv's own `arxiv.identifier` (arxiv-base), which also
 * refuses the number 0 and version 0.
 *
 * @returns undefined where arXiv could have given out no such id.
 */
export function parseId(text: string): ArxivId | undefined {
  return parseNew(text) ?? parseOld(text);
}

function parseNew(text: string): ArxivId | undefined {
  const [, yy, mm, number, version] = NEW_ID.exec(text) ?? [];
  if (yy === undefined || mm === undefined || number === undefined) return undefined;
  const yymm = Number(yy + mm);
  if (yymm < 704 || !isMonth(mm) || Number(number) === 0) return undefined;
  if (number.length !== (yymm < 1501 ? 4 : 5)) return undefined;
  return withVersion(`${yy}${mm}.${number}`, version);
}

function parseOld(text: string): ArxivId | undefined {
  const [, archiveAsWritten, yy, mm, number, version] = OLD_ID.exec(text) ?? [];
  if (archiveAsWritten === undefined || yy === undefined || mm === undefined || number === undefined) return undefined;
  const archive = archiveAsWritten.toLowerCase();
  if (!OLD_ARCHIVES.has(archive)) return undefined;
  const month = (Number(yy) >= 91 ? 1900 : 2000) * 100 + Number(yy + mm);
  if (month < 199107 || month > 200703 || !isMonth(mm) || Number(number) === 0) return undefined;
  return withVersion(`${archive}/${yy}${mm}${number}`, version);
}

function isMonth(mm: string): boolean {
  return mm >= '01' && mm <= '12';
}

function withVersion(id: PaperId, version: string | undefined): ArxivId {
  return version === undefined ? { id } : { id, version: Number(version) };
}

/** The addresses of a paper on arXiv. Without a version they show the newest one. */
export function arxivAddress(id: PaperId, form: 'abs' | 'pdf' | 'html'): string {
  return `https://arxiv.org/${form}/${id}`;
}
