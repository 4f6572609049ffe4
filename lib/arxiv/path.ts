import { type ArxivId, NEW_FORM, OLD_FORM, parseId, VERSION_FORM } from './identifier';

const LEADING_ID = new RegExp(`^(?:arxiv[:.])?(${NEW_FORM}|${OLD_FORM})(${VERSION_FORM})(?![\\w.]*\\w)`, 'i');
const FILE_ENDING = /\.(?:pdf|ps\.gz|ps|gz|html?|dvi|bib)(?=$|[/?#])/i;

/**
 * Reads the id with which a piece of an address begins: `2511.07317v2.pdf`, `/2511.07317/`,
 * `arXiv:hep-th//9901001`. What comes after the id in further path segments is passed over.
 *
 * @returns undefined where there is none.
 */
export function idFromPath(path: string): ArxivId | undefined {
  const plain = path
    .replace(/\/{2,}/g, '/')
    .replace(/^\//, '')
    .replace(FILE_ENDING, '');
  const [, id, version] = LEADING_ID.exec(plain) ?? [];
  return id === undefined ? undefined : parseId(id + (version ?? ''));
}
