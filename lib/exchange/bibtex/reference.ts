import { OLD_ARCHIVES } from '../../arxiv/archives';
import type { ArxivId } from '../../arxiv/identifier';
import { decodeLatex } from '../latex/decode';
import { splitOutsideBraces } from '../latex/split';
import { idHeld, idNamed, idNoted } from '../naming';
import type { Reference } from '../reference';
import { MONTHS } from './months';
import { namesInBibtex } from './names';

/** The fields in which a reference names itself, the surest first. */
const NAMING = 'doi url adsurl ee link number eid pages howpublished'.split(' ');

/** Looks a field up by its name, or the first that is there of several, as the text that its LaTeX sets. */
type Look = (...names: string[]) => string;

/** Reads the fields of an entry, by their names in small letters. */
export function referenceIn(fields: ReadonlyMap<string, string>): Omit<Reference, 'place'> {
  const latex: Look = (...names) => names.map((name) => fields.get(name)).find(Boolean) ?? '';
  const text: Look = (...names) => decodeLatex(latex(...names));
  return {
    id: idIn(text),
    title: text('title'),
    authors: namesInBibtex(latex('author')),
    abstract: text('abstract'),
    category: text('primaryclass', 'eprintclass'),
    venue: text('journal', 'journaltitle', 'booktitle'),
    doi: address(text('doi')),
    day: dayIn(text),
    tags: keywordsIn(latex('keywords', 'keyword', 'mendeley-tags')),
    // JabRef keeps what the person wrote in `comment`.
    note: text('annote', 'annotation', 'comment'),
    extra: text,
  };
}

function idIn(text: Look): ArxivId | undefined {
  const archive = text('archiveprefix', 'eprinttype').toLowerCase();
  const isArxiv = !archive || archive.includes('arxiv') || OLD_ARCHIVES.includes(archive);
  return (
    (isArxiv ? idHeld(address(text('eprint')), archive, text('primaryclass', 'eprintclass')) : undefined) ??
    idHeld(text('arxivid')) ??
    NAMING.map((name) => idNamed(address(text(name)))).find(Boolean) ??
    idNamed(`${text('journal', 'journaltitle')} ${text('volume')}`) ??
    idNamed(`${text('publisher')} ${text('number')}`) ??
    idNoted(text('note'))
  );
}

/** In addresses and ids the tie is a letter like others. */
function address(text: string): string {
  return text.replaceAll('\u00A0', '~');
}

/** The day of the reference, where all of it is said: `date = {2025-11-10}`, or year, month and day. */
function dayIn(text: Look): string | undefined {
  const month = text('month').toLowerCase().slice(0, 3);
  const parts = [text('year'), /^\d/.test(month) ? month : MONTHS.indexOf(month) + 1, text('day')];
  const date = text('date') || parts.map((part) => String(part).padStart(2, '0')).join('-');
  return /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/.test(date) ? date : undefined;
}

/** The keywords of a reference, between commas, or between semicolons where there is no comma. */
function keywordsIn(latex: string): string[] {
  const words = splitOutsideBraces(latex, ',');
  return (words.length > 1 ? words : splitOutsideBraces(latex, ';')).map(decodeLatex);
}
