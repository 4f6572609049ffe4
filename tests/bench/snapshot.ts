/** Made-up papers as arXiv's snapshot has them. */
import { closeSync, openSync, writeSync } from 'node:fs';
import type { Paper } from '../../lib/paper';

/** Writes a file of these papers, a record of each. */
export function writeSnapshot(path: string, papers: Iterable<Paper>): void {
  const file = openSync(path, 'w');
  for (const paper of papers) writeSync(file, `${JSON.stringify(recordOf(paper))}\n`);
  closeSync(file);
}

function recordOf({ id, title, authors, abstract, category, otherCategories = [], published, venue }: Paper): object {
  return {
    id,
    submitter: authors[0],
    authors: authors.join(', '),
    title,
    ...(venue && { 'journal-ref': venue }),
    abstract,
    categories: [category, ...otherCategories].join(' '),
    versions: [{ version: 'v1', created: new Date(published ?? 0).toUTCString() }],
    authors_parsed: authors.map((name) => [...name.split(' ').toReversed(), '']),
  };
}
