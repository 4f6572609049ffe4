import type { Importer, Item } from '../format';
import { itemOf, type Wording } from '../reference';
import { entriesIn, type RawEntry } from './entries';
import { entryOf, SyntaxFault } from './fields';
import { referenceIn } from './reference';

const WORDING: Wording = { noun: 'entry', advice: 'Add an `eprint` field with the id and import again.' };

/** Entries that stand for no reference. */
const NO_REFERENCE = new Set(['string', 'preamble', 'comment']);

/**
 * BibTeX and BibLaTeX, ours and as arXiv, Zotero, JabRef, Mendeley, EndNote, Google Scholar, DBLP, INSPIRE, ADS and
 * Semantic Scholar write it. Syntax: "BibTeXing" (O. Patashnik, 1988) and biblatex's manual.
 */
export const bibtexImporter: Importer = {
  name: 'BibTeX',
  recognises: (head) => /^\s{0,99}@\s*(?:string|preamble|comment|[a-z]+\s*[{(]\s*(?:[^\s{}(),="]+\s*)?,)/im.test(head),
  async *read(pieces) {
    const strings = new Map<string, string>();
    for await (const raw of entriesIn(pieces)) {
      if (raw.kind === 'skipped') yield raw;
      else yield* itemsIn(raw, strings);
    }
  },
};

function* itemsIn(raw: RawEntry, strings: Map<string, string>): Generator<Item> {
  try {
    const { type, fields } = entryOf(raw, strings);
    if (!NO_REFERENCE.has(type)) yield itemOf({ place: { line: raw.line }, ...referenceIn(fields) }, WORDING);
  } catch (error) {
    if (!(error instanceof SyntaxFault)) throw error;
    yield { kind: 'skipped', place: { line: error.line }, why: `${error.message} Correct it and import again.` };
  }
}
