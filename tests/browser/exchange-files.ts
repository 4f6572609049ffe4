/** Files as people bring them, each of which names two papers of arXiv that nobody has. */
import { bibtexExporter } from '../../lib/exchange/bibtex/exporter';
import { backup } from '../../lib/exchange/backup';
import { cslJsonExporter } from '../../lib/exchange/csl-json/exporter';
import type { Exporter, Kept } from '../../lib/exchange/format';
import { risExporter } from '../../lib/exchange/ris/exporter';

/** A file as Playwright hands it over. */
export interface Upload {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export function upload(name: string, text: string): Upload {
  return { name, mimeType: 'application/octet-stream', buffer: Buffer.from(text) };
}

/** Above what arXiv has given out in any month. */
export const madeUpId = (number: number) => `2401.${60_000 + number}`;

/** Papers that are kept, with something made of each. */
export function madeUpPapers(from: number, count: number): Kept[] {
  return Array.from({ length: count }, (_, at) => {
    const id = madeUpId(from + at);
    return {
      paper: {
        id,
        title: `On the bending of glass, part ${from + at}`,
        authors: ['Ana Lim', 'Bo van der Chu'],
        abstract: `We bend glass number ${from + at} & look through it.`,
        category: 'cs.CL',
        published: '2024-01-15',
      },
      record: {
        id,
        state: 'reading',
        savedAt: 1_700_000_000_000 + at,
        tags: ['to cite', 'glass'],
        note: `Part *${at}*.`,
      },
    };
  });
}

/** A record of arXiv's snapshot, on a line of its own. */
export function snapshotRecord(number: number, abstract = `We bend glass number ${number}.`): string {
  const versions = [{ version: 'v1', created: 'Mon, 15 Jan 2024 10:00:00 GMT' }];
  const names = [
    ['Lim', 'Ana', ''],
    ['Chu', 'Bo', ''],
  ];
  const facts = { title: `On the bending of glass, part ${number}`, abstract, categories: 'cs.CL math.GT', versions };
  return `${JSON.stringify({ id: madeUpId(number), submitter: 'Ana Lim', authors: 'Ana Lim, Bo Chu', ...facts, authors_parsed: names, update_date: '2024-01-15' })}\n`;
}

const written = ({ write }: Exporter, from: number) => [...write(madeUpPapers(from, 2))].join('');

function atomFeed(...numbers: number[]): string {
  const entries = numbers.map(
    (number) => `<entry><id>http://arxiv.org/abs/${madeUpId(number)}v1</id><title>On glass ${number}</title>
      <summary>We bend it.</summary><author><name>Ana Lim</name></author><published>2024-01-15T00:00:00Z</published></entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">${entries.join('')}</feed>`;
}

function oaiAnswer(...numbers: number[]): string {
  const records = numbers.map(
    (
      number,
    ) => `<record><header><identifier>oai:arXiv.org:${madeUpId(number)}</identifier><datestamp>2024-01-15</datestamp></header>
      <metadata><arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>${madeUpId(number)}</id><created>2024-01-15</created>
      <authors><author><keyname>Lim</keyname><forenames>Ana</forenames></author></authors><title>On glass ${number}</title>
      <categories>cs.CL</categories><abstract>We bend it.</abstract></arXiv></metadata></record>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>${records.join('')}</ListRecords></OAI-PMH>`;
}

const ABSTRACT = 'We bend glass until it lets itself be looked through from both of its sides.';

/** One of each kind, none of which names a paper of another. */
export const FILES: readonly Upload[] = [
  upload('library.bib', written(bibtexExporter, 10)),
  upload('library.ris', written(risExporter, 20)),
  upload('library.json', written(cslJsonExporter, 30)),
  upload('backup.json', written(backup, 40)),
  upload('snapshot.json', snapshotRecord(50) + snapshotRecord(51)),
  upload('answer.atom', atomFeed(60, 61)),
  upload('answer.xml', oaiAnswer(70, 71)),
  upload('feed-with-ids.txt', `${ABSTRACT}\narXiv:${madeUpId(80)}${ABSTRACT} Again.\n5 pages\narXiv:${madeUpId(81)}`),
  upload(
    'feed-with-dates.txt',
    [
      `${ABSTRACT} Thrice.`,
      `arXiv:${madeUpId(90)}`,
      'Created: 2024-01-15 Updated: 2024-02-15',
      `${ABSTRACT} Four times.`,
      `arXiv:${madeUpId(91)}`,
      'Created: 2024-01-16',
    ].join('\n\n'),
  ),
  upload('ids.txt', `${madeUpId(100)}\nhttps://arxiv.org/abs/${madeUpId(101)}v2\n`),
];

/** Abstracts without ids: those of {@link snapshotRecord} 50 and 51, and of a paper that nobody knows. */
export const LABELLED_FEED = upload(
  'labelled.txt',
  'Ana Lim\nAbstract: We bend glass number 50.\nAbstract: We bend glass number 51.\nAbstract: Nobody has written this.\n',
);
