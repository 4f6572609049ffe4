import type { Exporter, Importer, Item, Kept } from '../../../lib/exchange/format';
import { inLines, onOneLine } from '../../../lib/exchange/text';

/** A file as it comes from a disk: in pieces that end anywhere. */
async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

export async function readAll(importer: Importer, text: string, size = 65_536): Promise<Item[]> {
  const items: Item[] = [];
  for await (const item of importer.read(inPieces(text, size))) items.push(item);
  return items;
}

export function writeAll(exporter: Exporter, papers: readonly Kept[]): string {
  return [...exporter.write(papers)].join('');
}

/**
 * What a bibliographic format carries of a paper, in Unicode's composed form: all but what packs say of it in their own
 * words (system, other titles, summary, links, words). Texts but the note stand on one line.
 */
export function carried({ paper, record }: Kept): Omit<Item, 'place'> {
  const { title, authors, abstract, venue, comment } = paper;
  const { id: _, tags, note, ...rest } = record ?? { id: '' };
  return normalised({
    kind: 'paper',
    facts: {
      id: paper.id,
      title: onOneLine(title),
      authors: authors.map(onOneLine).filter(Boolean),
      abstract: onOneLine(abstract ?? ''),
      venue: onOneLine(venue ?? ''),
      comment: onOneLine(comment ?? ''),
      doi: paper.doi,
      category: paper.category,
      // They go with the first.
      otherCategories: paper.category ? paper.otherCategories : [],
      published: paper.published,
      updated: paper.updated,
      version: paper.version,
    },
    kept: {
      ...rest,
      tags: [...new Set(tags?.map((tag) => onOneLine(tag)))].filter(Boolean),
      note: inLines(note ?? ''),
    },
  });
}

/** Without what is empty, and composed; `place` left out, which tells where a paper stood. */
export function normalised<T>(value: T): T {
  if (typeof value === 'string') return value.normalize() as T;
  if (Array.isArray(value)) return value.map(normalised) as T;
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .map(([name, each]) => [name, normalised(each)] as const)
    .filter(([name, each]) => name !== 'place' && each !== undefined && each !== '' && !isEmpty(each));
  return Object.fromEntries(entries) as T;
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}
