import { atom } from '../../../lib/exchange/atom';
import { authorFeed } from '../../../lib/exchange/author-feed';
import { backup } from '../../../lib/exchange/backup';
import { bibtexImporter } from '../../../lib/exchange/bibtex/importer';
import { cslJsonImporter } from '../../../lib/exchange/csl-json/importer';
import type { Importer } from '../../../lib/exchange/format';
import { idList } from '../../../lib/exchange/id-list';
import { oai } from '../../../lib/exchange/oai';
import { risImporter } from '../../../lib/exchange/ris/importer';
import { snapshot } from '../../../lib/exchange/snapshot';

/** How a file of a format is put together of any number of papers. */
export interface Sample {
  name: string;
  importer: Importer;
  opening: string;
  paper: (id: string) => string;
  closing: string;
  /** Whether what stands between two papers says nothing, whatever it is. */
  isOpenBetween?: true;
}

const ABSTRACT = 'We weigh lanterns ☞ by night, and نص عربي is 👩‍🔬 no hindrance to us.';

/** One of every layout of every format, with the same papers in it. To add a format, add its row. */
export const SAMPLES: readonly Sample[] = [
  {
    name: 'arXiv snapshot',
    importer: snapshot,
    opening: '',
    paper: (id) =>
      `${JSON.stringify({ id, submitter: 'L. Lantern', authors: 'L. Lantern', title: 'Lanterns', abstract: ABSTRACT })}\n`,
    closing: '',
  },
  {
    name: 'arXiv Atom',
    importer: atom,
    opening: '<?xml version="1.0"?>\r\n<feed xmlns="http://www.w3.org/2005/Atom"><title>arXiv Query</title>\r\n',
    paper: (id) =>
      `<entry><id>http://arxiv.org/abs/${id}v1</id><title>Lanterns &amp; lamps</title><summary>${ABSTRACT}</summary></entry>\r\n`,
    closing: '</feed>',
  },
  {
    name: 'OAI-PMH',
    importer: oai,
    opening: '<!-- harvested -->\n<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/"><ListRecords>\n',
    paper: (id) =>
      `<record><header><identifier>oai:arXiv.org:${id}</identifier></header><metadata><arXiv><id>${id}</id>` +
      `<title>Lanterns</title><abstract>${ABSTRACT}</abstract></arXiv></metadata></record>\n`,
    closing: '<resumptionToken/></ListRecords></OAI-PMH>',
  },
  {
    name: 'glued author feed',
    importer: authorFeed,
    opening: '',
    paper: (id) => `${ABSTRACT}\n4 pages\narXiv:${id}`,
    closing: '',
  },
  {
    name: 'dated author feed',
    importer: authorFeed,
    opening: '\n\n',
    paper: (id) => `${ABSTRACT}\n\narXiv:${id}\nCreated: 2026-01-02 Updated: 2026-01-03\n\n`,
    closing: '',
  },
  {
    name: 'backup',
    importer: backup,
    opening:
      '{"format":"manicule-backup","version":1,"exportedAt":"2026-01-02T00:00:00.000Z","records":[\n' +
      '{"id":"2602.00001","state":"read","savedAt":1767300000000}],\n"papers":[\n',
    paper: (id) => `${JSON.stringify({ id, title: 'Lanterns', authors: [], abstract: ABSTRACT })},\n`,
    closing: '{"id":"2602.00001","title":"Last","authors":[]}]}\n',
  },
  {
    name: 'BibTeX',
    importer: bibtexImporter,
    isOpenBetween: true,
    opening: '% my reading\n\n',
    paper: (id) =>
      `@misc{lantern${id},\n  title = {{Lanterns}},\n  author = {Lantern, Lea},\n  eprint = {${id}},\n` +
      `  archivePrefix = {arXiv},\n  abstract = {${ABSTRACT}}\n}\n\n`,
    closing: '',
  },
  {
    name: 'RIS',
    importer: risImporter,
    isOpenBetween: true,
    opening: '',
    paper: (id) =>
      `TY  - GEN\r\nTI  - Lanterns\r\nAU  - Lantern, Lea\r\nUR  - https://arxiv.org/abs/${id}\r\n` +
      `AB  - ${ABSTRACT}\r\nER  - \r\n\r\n`,
    closing: '',
  },
  {
    name: 'CSL JSON',
    importer: cslJsonImporter,
    isOpenBetween: true,
    opening: '[\n',
    paper: (id) =>
      `${JSON.stringify({ id, type: 'article', title: 'Lanterns', number: `arXiv:${id}`, abstract: ABSTRACT })},\n`,
    closing: '{"id":"last","type":"article","title":"Last","number":"arXiv:2602.00001"}]\n',
  },
  {
    name: 'list of ids',
    importer: idList,
    opening: '# my reading\r\n',
    paper: (id) => `- [Lanterns](https://arxiv.org/abs/${id})\r\n`,
    closing: '',
  },
];

/** Some thousands of ids, each another. */
export const sampleId = (at: number): string => `2601.${String((at % 99_999) + 1).padStart(5, '0')}`;

export function fileOf({ opening, paper, closing }: Sample, papers: number): string {
  return opening + Array.from({ length: papers }, (_, at) => paper(sampleId(at))).join('') + closing;
}
