import * as v from 'valibot';
import { parseId } from '../arxiv/identifier';
import { fullName, namesOf } from './authors';
import { factsOf } from './facts';
import { faultOf } from './fault';
import type { Importer, Item, Skipped } from './format';
import { historyOf } from './history';
import { lines } from './lines';

const Text = v.nullish(v.string());

/** What is read of a record; it has more, and may have anything else. */
const Snapshot = v.object({
  id: v.string(),
  title: v.string(),
  authors: Text,
  authors_parsed: v.nullish(v.array(v.array(v.string()))),
  abstract: Text,
  categories: Text,
  versions: v.nullish(v.array(v.object({ version: v.string(), created: v.string() }))),
  'journal-ref': Text,
  doi: Text,
  comments: Text,
});

/** The beginning of a record: of the names of its parts, at least one that records of other formats do not have. */
const RECORD = /^\s*\{[^]*?"(?:submitter|authors_parsed|journal-ref|report-no|update_date|authors"\s*:\s*)"/;

/**
 * The snapshot of arXiv's metadata that is published on Kaggle: a line of JSON for each paper (NDJSON).
 * https://www.kaggle.com/datasets/Cornell-University/arxiv
 */
export const snapshot: Importer = {
  name: 'arXiv snapshot',
  recognises: (head) => RECORD.test(head),
  async *read(pieces) {
    for await (const { number, text } of lines(pieces)) if (text?.trim() !== '') yield readLine(number, text);
  },
};

function readLine(line: number, text: string | undefined): Item {
  const skipped = (why: string): Skipped => ({ kind: 'skipped', place: { line }, why });
  if (text === undefined) return skipped('This line is longer than any record. Save the file once more.');
  const record = parse(text);
  if (record === undefined) {
    const isWhole = text.trimEnd().endsWith('}');
    return skipped(`This record ${isWhole ? 'is not JSON' : 'breaks off before its end'}. Save the file once more.`);
  }
  const { success, output, issues } = v.safeParse(Snapshot, record);
  if (!success) return skipped(`This record ${faultOf(issues[0])}. Save the file once more.`);
  const id = parseId(output.id);
  if (!id) return skipped(`"${output.id.slice(0, 40)}" is not an arXiv id. Correct the id of this record.`);
  const { title, authors, authors_parsed: parsed, abstract, categories, versions, doi } = output;
  const facts = factsOf({
    id,
    title,
    authors: parsed?.map(([last, first, suffix]) => fullName(last, first, suffix)) ?? namesOf(authors ?? ''),
    abstract,
    categories: categories?.split(' '),
    ...historyOf(versions ?? []),
    venue: output['journal-ref'],
    doi,
    comment: output.comments,
  });
  return { kind: 'paper', place: { line }, facts };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}
