import { arxivAddress } from '../../arxiv/identifier';
import { keysOf } from '../bibtex/key';
import { extrasOf } from '../extras';
import type { Exporter, Kept } from '../format';
import { nameFrom, partsOf } from '../names';
import { publicationOf, publishedOf, titleOf } from '../publication';
import { inLines, onOneLine } from '../text';

const TYPES = { article: 'JOUR', conference: 'CONF', preprint: 'UNPB' } as const;

/**
 * RIS, as Zotero and EndNote read it. It carries a paper's id (`AN`, beside `DB` and `UR`), title, authors, abstract,
 * venue, DOI and date, tags (`KW`), note (`N1`), and the extras as lines `M2  - name: text`, which Zotero shows.
 * Source: "RIS Format Specifications" (Research Information Systems, 2001) and the tags that EndNote documents.
 */
export const risExporter: Exporter = {
  name: 'RIS',
  extension: 'ris',
  mediaType: 'application/x-research-info-systems',
  *write(papers) {
    const keys = keysOf(papers.map(({ paper }) => paper));
    for (const kept of papers) {
      const fields = fieldsOf(kept, keys.get(kept.paper.id) ?? '').filter(([tag, text]) => text || tag === 'ER');
      yield `${fields.map(([tag, text]) => `${tag}  - ${withoutTags(text)}\r\n`).join('')}\r\n`;
    }
  },
};

function fieldsOf(kept: Kept, key: string): [tag: string, text: string][] {
  const { paper, record } = kept;
  const [year, month, day] = publishedOf(paper);
  return [
    ['TY', TYPES[publicationOf(paper)]],
    ['ID', key],
    ['TI', titleOf(paper)],
    ...paper.authors.map((author) => ['AU', nameInRis(author)] as [string, string]),
    ['PY', year],
    ['DA', [year, month, day ?? ''].join('/')],
    ['T2', onOneLine(paper.venue ?? '')],
    ['DO', onOneLine(paper.doi ?? '')],
    ['UR', arxivAddress(paper.id, 'abs')],
    ['DB', 'arXiv'],
    ['AN', `arXiv:${paper.id}`],
    ['AB', onOneLine(paper.abstract ?? '')],
    ...(record?.tags ?? []).map((tag) => ['KW', onOneLine(tag)] as [string, string]),
    ['N1', inLines(record?.note ?? '')],
    ...extrasOf(kept).map(([name, text]) => ['M2', `${name}: ${text}`] as [string, string]),
    ['ER', ''],
  ];
}

/** "Last, First, Suffix"; a name that is not taken apart has a comma behind, by which EndNote knows it. */
function nameInRis(author: string): string {
  const name = partsOf(onOneLine(author));
  if ('whole' in name) return name.whole && `${name.whole},`;
  const family = nameFrom({ particle: name.particle, family: name.family });
  return [family, name.given, name.suffix].filter(Boolean).join(', ');
}

/** The lines of a text; one that could be taken for another field is moved by a blank, and one that is moved already too. */
function withoutTags(text: string): string {
  return text.replace(/\n( *[A-Z][A-Z0-9] {1,2}-)/g, '\n $1').replaceAll('\n', '\r\n');
}
