import { parseId } from '../arxiv/identifier';
import type { PaperId } from '../paper';
import { dayOf } from './days';
import { factsOf } from './facts';
import type { FoundPaper, Importer, Place, Skipped } from './format';
import { METADATA } from './oai-metadata';
import { asSkipped, type Refused } from './refused';
import { onOneLine } from './text';
import { childOf, textOf, type XmlElement } from './xml/element';
import { elements } from './xml/elements';
import { hasRoot } from './xml/prolog';

/** A paper that arXiv has taken out. */
export interface Deleted {
  kind: 'deleted';
  place: Place;
  id: PaperId;
}

/** The day on which an answer was given, by the clock of who gave it. */
export interface Answered {
  kind: 'answered';
  day: string;
}

/** What a list that comes in parts says of its next part. */
export interface Token {
  kind: 'token';
  /** What to ask for the next part with; absent in the last one. */
  token?: string;
  /** How many records the whole list has, and how many came in the parts before this one. */
  completeListSize?: number;
  cursor?: number;
}

const WANTED = ['responseDate', 'record', 'resumptionToken', 'error'];

/**
 * Reads what arXiv's OAI-PMH service answers to ListRecords and GetRecord, in the formats `arXiv`, `arXivRaw`,
 * `arXivOld` and `oai_dc`.
 * https://www.openarchives.org/OAI/openarchivesprotocol.html
 *
 * @throws {ExpectedError} while it is read, for a web page or anything else in the place of an answer.
 */
export async function* readOai(
  pieces: AsyncIterable<string>,
): AsyncGenerator<FoundPaper | Skipped | Deleted | Token | Answered | Refused> {
  for await (const found of elements(pieces, { root: 'OAI-PMH', wanted: WANTED })) {
    if (found.kind === 'skipped') yield found;
    else if (found.name === 'responseDate') yield* readDate(found);
    else if (found.name === 'record') yield readRecord(found);
    else if (found.name === 'resumptionToken') yield readToken(found);
    else yield readError(found);
  }
}

function* readDate({ text }: XmlElement): Generator<Answered> {
  const day = dayOf(text.trim());
  if (day !== undefined) yield { kind: 'answered', day };
}

function readRecord(record: XmlElement): FoundPaper | Skipped | Deleted {
  const place = { line: record.line };
  const header = childOf(record, 'header');
  const named = parseId((textOf(header, 'identifier') ?? '').replace(/^oai:arXiv\.org:/i, ''));
  if (named && header?.attributes['status'] === 'deleted') return { kind: 'deleted', place, id: named.id };
  const [metadata] = childOf(record, 'metadata')?.children ?? [];
  const told = metadata && METADATA.get(metadata.name)?.(metadata);
  const id = told?.id ?? named;
  if (!id) {
    return { kind: 'skipped', place, why: 'This record names no paper of arXiv. Only records of arXiv can be read.' };
  }
  if (!told) {
    const why = `Nothing that can be read is said of arXiv:${id.id} here. Fetch it with the metadataPrefix arXiv.`;
    return { kind: 'skipped', place, why };
  }
  return { kind: 'paper', place, facts: factsOf({ ...told, id }) };
}

function readToken({ text, attributes }: XmlElement): Token {
  const token = text.trim();
  const completeListSize = numberIn(attributes['completeListSize']);
  const cursor = numberIn(attributes['cursor']);
  return {
    kind: 'token',
    ...(token !== '' && { token }),
    ...(completeListSize !== undefined && { completeListSize }),
    ...(cursor !== undefined && { cursor }),
  };
}

function readError({ line, text, attributes }: XmlElement): Refused {
  return { kind: 'refused', place: { line }, code: attributes['code'] ?? 'error', message: onOneLine(text) };
}

function numberIn(text = ''): number | undefined {
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

export const oai: Importer = {
  name: 'OAI-PMH',
  recognises: (head) => hasRoot(head, 'OAI-PMH'),
  async *read(pieces) {
    for await (const found of readOai(pieces)) {
      if (found.kind === 'paper' || found.kind === 'skipped') yield found;
      else if (found.kind === 'refused') yield asSkipped(found);
      else if (found.kind === 'deleted') {
        const why = `arXiv has taken out arXiv:${found.id} and says nothing more of it. Remove this record.`;
        yield { kind: 'skipped', place: found.place, why };
      }
    }
  },
};
