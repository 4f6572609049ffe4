import { type ArxivId, parseId } from '../arxiv/identifier';
import { idFromLink } from '../arxiv/link';
import { fromListName, fullName, namesOf } from './authors';
import { dayOf } from './days';
import type { Told } from './facts';
import { historyOf } from './history';
import { decodeLatex } from './latex/decode';
import { childOf, childrenOf, textOf, type XmlElement } from './xml/element';

type Reading = Omit<Told, 'id'> & { id: ArxivId | undefined };

/**
 * What the metadata of a record tell, by the name of their element: arXiv's own formats and Dublin Core.
 * https://info.arxiv.org/help/oa/index.html
 */
export const METADATA: ReadonlyMap<string, (metadata: XmlElement) => Reading> = new Map([
  ['arXiv', readArxiv],
  ['arXivRaw', readArxiv],
  ['arXivOld', readArxiv],
  ['dc', readDublinCore],
]);

function readArxiv(metadata: XmlElement): Reading {
  const id = parseId(textOf(metadata, 'id') ?? '');
  const versions = childrenOf(metadata, 'version').map((version) => ({
    version: version.attributes['version'] ?? '',
    created: textOf(version, 'date') ?? '',
  }));
  return {
    id,
    title: textOf(metadata, 'title'),
    authors: authorsIn(childOf(metadata, 'authors')),
    abstract: textOf(metadata, 'abstract'),
    categories: textOf(metadata, 'categories')?.split(/\s+/),
    ...(versions.length > 0 ? historyOf(versions) : datesIn(metadata, id)),
    venue: textOf(metadata, 'journal-ref'),
    doi: textOf(metadata, 'doi'),
    comment: textOf(metadata, 'comments'),
  };
}

/** Names in parts, or all of them on one line, on which arXiv writes accents as TeX does. */
function authorsIn(authors: XmlElement | undefined): string[] {
  const parts = childrenOf(authors, 'author');
  if (parts.length === 0) return namesOf(decodeLatex(authors?.text ?? ''));
  return parts.map((author) =>
    fullName(textOf(author, 'keyname'), textOf(author, 'forenames'), textOf(author, 'suffix')),
  );
}

/**
 * `created` was the day of the first version, and is that of the newest one since arXiv serves OAI with other software
 * (github.com/arXiv/oaipmh): a day later than the month that the id begins with is none of a first version.
 */
function datesIn(metadata: XmlElement, id: ArxivId | undefined): Pick<Told, 'published' | 'updated'> {
  const created = dayOf(textOf(metadata, 'created') ?? '');
  const updated = textOf(metadata, 'updated');
  const [, year = '', month = ''] = /(\d\d)(\d\d)/.exec(id?.id ?? '') ?? [];
  const isFirst = created && created.slice(0, 7) <= `${year > '90' ? 19 : 20}${year}-${month}`;
  return isFirst ? { published: created, updated: updated ?? created } : { updated: created ?? updated };
}

function readDublinCore(metadata: XmlElement): Reading {
  const texts = (name: string) => childrenOf(metadata, name).map(({ text }) => text.trim());
  const identifiers = texts('identifier');
  const [abstract, comment] = texts('description');
  const dates = texts('date');
  return {
    id: identifiers.map((identifier) => idFromLink(identifier)).find((id) => id !== undefined),
    title: textOf(metadata, 'title'),
    authors: texts('creator').map(fromListName),
    abstract,
    published: dates[0],
    updated: dates.at(-1),
    venue: identifiers.find((identifier) => !/^(?:https?:|doi:)/i.test(identifier)),
    doi: identifiers.find((identifier) => /^doi:/i.test(identifier)),
    comment: comment?.replace(/^Comment:\s*/, ''),
  };
}
