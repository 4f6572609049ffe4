import { idFromLink } from '../arxiv/link';
import { factsOf } from './facts';
import type { FoundPaper, Importer, Skipped } from './format';
import { asSkipped, type Refused } from './refused';
import { onOneLine } from './text';
import { childOf, childrenOf, textOf, type XmlElement } from './xml/element';
import { elements } from './xml/elements';
import { hasRoot } from './xml/prolog';

/** How many papers a question to arXiv's API has found in all; comes before them. */
export interface Total {
  kind: 'total';
  total: number;
}

/** Of an address in the place of a paper's, that it stands for an error. */
const ERROR = /^https?:\/\/(?:export\.)?arxiv\.org\/api\/errors/;

/**
 * Reads what arXiv's API answers (`export.arxiv.org/api/query`), which is Atom with elements of arXiv's own. Each
 * paper's facts have the version that was asked for, which is the newest one where none was. A feed without entries
 * yields its total alone, if that.
 * https://info.arxiv.org/help/api/user-manual.html
 *
 * @throws {ExpectedError} while it is read, for a web page or anything else in the place of a feed.
 */
export async function* readAtom(pieces: AsyncIterable<string>): AsyncGenerator<FoundPaper | Skipped | Refused | Total> {
  for await (const found of elements(pieces, { root: 'feed', wanted: ['entry', 'totalResults'] })) {
    if (found.kind === 'skipped') yield found;
    else if (found.name === 'totalResults') yield { kind: 'total', total: Number(found.text) || 0 };
    else yield readEntry(found);
  }
}

function readEntry(entry: XmlElement): FoundPaper | Skipped | Refused {
  const place = { line: entry.line };
  const address = textOf(entry, 'id') ?? '';
  if (ERROR.test(address)) {
    return { kind: 'refused', place, message: onOneLine(textOf(entry, 'summary') ?? address) };
  }
  const id = idFromLink(address);
  if (!id) {
    const why = 'This entry names no paper of arXiv. Only feeds of arXiv can be read.';
    return { kind: 'skipped', place, why };
  }
  const categories = [childOf(entry, 'primary_category'), ...childrenOf(entry, 'category')];
  const facts = factsOf({
    id,
    title: textOf(entry, 'title'),
    authors: childrenOf(entry, 'author').map((author) => textOf(author, 'name') ?? ''),
    abstract: textOf(entry, 'summary'),
    categories: categories.map((category) => category?.attributes['term'] ?? ''),
    published: textOf(entry, 'published'),
    updated: textOf(entry, 'updated'),
    venue: textOf(entry, 'journal_ref'),
    doi: textOf(entry, 'doi'),
    comment: textOf(entry, 'comment'),
  });
  return { kind: 'paper', place, facts };
}

export const atom: Importer = {
  name: 'arXiv Atom',
  recognises: (head) => hasRoot(head, 'feed'),
  async *read(pieces) {
    for await (const found of readAtom(pieces)) {
      if (found.kind === 'refused') yield asSkipped(found);
      else if (found.kind !== 'total') yield found;
    }
  },
};
