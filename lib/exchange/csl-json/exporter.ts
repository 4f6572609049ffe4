import { arxivAddress } from '../../arxiv/identifier';
import { keysOf } from '../bibtex/key';
import { extrasOf } from '../extras';
import type { Exporter, Kept } from '../format';
import { partsOf } from '../names';
import { publicationOf, publishedOf, titleOf } from '../publication';
import { inLines, onOneLine } from '../text';

const TYPES = { article: 'article-journal', conference: 'paper-conference', preprint: 'article' } as const;

/**
 * CSL-JSON, which pandoc, Zotero and citeproc read. It carries a paper's id (`URL`, and `number` for a preprint), title,
 * authors, abstract, venue, DOI and date, tags (`keyword`), note (`annote`), and under `custom.manicule` the tags one
 * by one and the extras. Source: csl-data.json of the Citation Style Language, 1.0.2.
 */
export const cslJsonExporter: Exporter = {
  name: 'CSL JSON',
  extension: 'json',
  mediaType: 'application/vnd.citationstyles.csl+json',
  *write(papers) {
    const keys = keysOf(papers.map(({ paper }) => paper));
    let before = '[\n';
    for (const kept of papers) {
      yield before + JSON.stringify(itemOf(kept, keys.get(kept.paper.id) ?? ''));
      before = ',\n';
    }
    yield papers.length > 0 ? '\n]\n' : '[]\n';
  },
};

function itemOf(kept: Kept, key: string): object {
  const { paper, record } = kept;
  const publication = publicationOf(paper);
  const tags = (record?.tags ?? []).map(onOneLine).filter(Boolean);
  const said = {
    title: titleOf(paper),
    abstract: onOneLine(paper.abstract ?? ''),
    'container-title': onOneLine(paper.venue ?? ''),
    DOI: onOneLine(paper.doi ?? ''),
    URL: arxivAddress(paper.id, 'abs'),
    archive: 'arXiv',
    ...(publication === 'preprint' && { number: `arXiv:${paper.id}`, publisher: 'arXiv' }),
    keyword: tags.join(', '),
    annote: inLines(record?.note ?? ''),
  };
  return {
    id: key,
    type: TYPES[publication],
    ...Object.fromEntries(Object.entries(said).filter(([, text]) => text)),
    ...(paper.authors.length > 0 && { author: paper.authors.map(nameInCsl) }),
    issued: { 'date-parts': [publishedOf(paper).filter(Boolean).map(Number)] },
    custom: { manicule: { tags, extras: Object.fromEntries(extrasOf(kept)) } },
  };
}

function nameInCsl(author: string): object {
  const name = partsOf(onOneLine(author));
  if ('whole' in name) return { literal: name.whole };
  const { given, particle, family, suffix } = name;
  return { family, given, ...(particle && { 'non-dropping-particle': particle }), ...(suffix && { suffix }) };
}
