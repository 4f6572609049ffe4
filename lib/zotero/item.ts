import { arxivAddress } from '../arxiv/identifier';
import type { Kept } from '../exchange/format';
import { partsOf } from '../exchange/names';

type Creator = { creatorType: 'author' } & ({ firstName: string; lastName: string } | { name: string });

/** A preprint as Zotero's connector takes it; what is not known is absent. Source: Zotero's schema, `preprint`. */
export interface ZoteroItem {
  /** Tells the items of one request apart. */
  id: string;
  itemType: 'preprint';
  title: string;
  creators: Creator[];
  abstractNote?: string;
  repository: 'arXiv';
  archiveID: string;
  /** That of the publication where there is one, else arXiv's own of the paper. */
  DOI: string;
  url: string;
  /** The day of the first version. */
  date?: string;
  libraryCatalog: 'arXiv.org';
  /** What has no field of its own, one on a line. */
  extra: string;
  tags: { tag: string }[];
  /** In HTML. */
  notes: { note: string }[];
  attachments: [];
  seeAlso: [];
}

/** A paper and what the person made of it, as Zotero takes it. */
export function zoteroItem({ paper, record }: Kept): ZoteroItem {
  const { id, title, authors, abstract, published, doi, venue, comment, category } = paper;
  const notes = [record?.note ?? '', comment ? `Comment: ${comment}` : ''].filter((note) => note !== '');
  return {
    id,
    itemType: 'preprint',
    title: title === id ? `arXiv:${id}` : title,
    creators: authors.map(creatorOf),
    ...(abstract && { abstractNote: abstract }),
    repository: 'arXiv',
    archiveID: `arXiv:${id}`,
    DOI: doi ?? `10.48550/arXiv.${id}`,
    url: arxivAddress(id, 'abs'),
    ...(published && { date: published }),
    libraryCatalog: 'arXiv.org',
    extra: [`arXiv:${id}${category ? ` [${category}]` : ''}`, venue && `Published in: ${venue}`]
      .filter(Boolean)
      .join('\n'),
    tags: (record?.tags ?? []).map((tag) => ({ tag })),
    notes: notes.map((note) => ({ note: htmlOf(note) })),
    attachments: [],
    seeAlso: [],
  };
}

function creatorOf(author: string): Creator {
  const name = partsOf(author);
  if ('whole' in name) return { creatorType: 'author', name: name.whole };
  const { given, particle, family, suffix } = name;
  const firstName = [given, suffix].filter(Boolean).join(', ');
  return { creatorType: 'author', firstName, lastName: [particle, family].filter(Boolean).join(' ') };
}

const SIGNS: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A text as it is, one paragraph for each of its own. */
function htmlOf(text: string): string {
  const safe = text.replace(/[&<>]/g, (sign) => SIGNS[sign] ?? sign);
  const paragraphs = safe.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '');
  return paragraphs.map((paragraph) => `<p>${paragraph.replaceAll('\n', '<br>')}</p>`).join('');
}
