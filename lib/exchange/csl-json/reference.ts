import type { InferOutput } from 'valibot';
import { nameFrom } from '../names';
import { idNamed, idNoted } from '../naming';
import type { Reference } from '../reference';
import type { CslItem } from './item';

type Item = InferOutput<typeof CslItem>;

/** Reads the variables of an item. */
export function referenceIn(item: Item): Omit<Reference, 'place'> {
  const { manicule } = item.custom;
  return {
    id:
      [item.number, item.archive_location, item.DOI, item.URL, `${item.publisher} ${item.number}`, item.page, item.id]
        .map(idNamed)
        .find(Boolean) ??
      idNamed(`${item['container-title']} ${item.volume}`) ??
      idNoted(item.note),
    title: item.title,
    authors: item.author.map(nameIn),
    abstract: item.abstract,
    venue: item['container-title'],
    doi: item.DOI,
    day: dayIn(item.issued),
    tags: manicule.tags.length > 0 ? manicule.tags : item.keyword.split(item.keyword.includes(',') ? ',' : ';'),
    note: item.annote,
    extra: (name) => manicule.extras[name],
  };
}

function nameIn(name: Item['author'][number]): string {
  const particle = nameFrom({ given: name['dropping-particle'], particle: name['non-dropping-particle'] });
  return name.literal || nameFrom({ ...name, particle });
}

function dayIn({ 'date-parts': [parts = []], raw, literal }: Item['issued']): string | undefined {
  const date = parts.map((part) => part.padStart(2, '0')).join('-') || raw || literal;
  return /^\d{4}-\d\d-\d\d$/.test(date) ? date : undefined;
}
