import { parseId } from '../arxiv/identifier';
import type { PaperId } from '../paper';
import { type PageFacts, present } from '../paper-facts';
import { labelled, labelledWords } from './labels';
import { wordsOf } from './words';

const LABEL = 'b';

/** Reads search results as they were until about 2018, `/find`: labels in bold, line by line, the archive in each id. */
export function readSearchOf2005(page: Document, _address: string, wanted: ReadonlySet<PaperId>): PageFacts[] {
  return [...page.querySelectorAll('dt a[name]')].flatMap((anchor) => {
    const written = anchor.getAttribute('name') ?? '';
    const id = parseId(written)?.id;
    const entry = anchor.closest('dt')?.nextElementSibling;
    if (id === undefined || !wanted.has(id) || !entry?.matches('dd')) return [];
    const said = (name: string) => labelledWords(entry, LABEL, name);
    const [category, number] = written.split('/');
    return present({
      id,
      title: said('Title'),
      authors: labelled(entry, LABEL, 'Authors')
        .filter(isLink)
        .map((link) => wordsOf(link)),
      category: number === undefined ? undefined : category,
      comment: said('Comments'),
      venue: said('Journal-ref'),
    });
  });
}

function isLink(node: Node): boolean {
  return node.nodeName.toLowerCase() === 'a';
}
