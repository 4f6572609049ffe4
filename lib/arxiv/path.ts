import { type ArxivId, ID_FORM, parseId } from './identifier';

const LEADING_ID = new RegExp(String.raw`^(?:arxiv[:.])?(${ID_FORM})(?![\w.]*\w)`, 'i');
const FILE_ENDING = /(?:\.(?:pdf|ps|gz))+(?!\w)/i;

/**
 * Reads the id with which a part of an address begins: `2511.07317v2.pdf`, `2511.07317/`, `arXiv:hep-th//9901001`.
 * What comes after the id in further path segments is passed over.
 *
 * @returns undefined where there is none.
 */
export function idFromPath(path: string): ArxivId | undefined {
  const [, id = ''] = LEADING_ID.exec(path.replace(/\/{2,}/g, '/').replace(FILE_ENDING, '')) ?? [];
  return parseId(id);
}
