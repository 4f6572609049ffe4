import { decode } from '../../exchange/decode';
import type { Importer, Item } from '../../exchange/format';
import { importerFor } from '../../exchange/registry';
import { isExpected } from '../../errors';

/** A file, as a browser has it. */
export interface IntakeFile {
  name: string;
  /** In bytes. */
  size: number;
  stream(): ReadableStream<Uint8Array>;
}

/** Says something of a file that was taken in. */
export interface FileRemark {
  kind: 'remark';
  why: string;
}

interface Options {
  importers: readonly Importer[];
  signal: AbortSignal;
  /** Is told of each few bytes that were read. */
  onBytes: (count: number) => void;
}

/** How many letters it takes to tell a format: an abstract or two, and a licence before them. */
const HEAD = 16_384;

/** In bytes: what is read at one go takes no format longer than a few milliseconds. */
const PIECE = 32_768;

/**
 * Reads a file in the format that its content is of. Whatever keeps it from being read to its end is said by one more
 * item, so that what was read before it counts. Rejects where the signal is aborted.
 */
export async function* itemsOf(
  file: IntakeFile,
  { importers, signal, onBytes }: Options,
): AsyncGenerator<Item | FileRemark> {
  const text = decode(file.stream().pipeThrough(inSmallPieces(onBytes), { signal }));
  try {
    const { head, whole } = await withHead(text);
    const importer = importerFor(head, importers);
    // Where it is of no format, that also lets the file go.
    yield* (importer ?? notRecognised(importers, head)).read(whole);
  } catch (error) {
    signal.throwIfAborted();
    yield { kind: 'skipped', place: {}, why: whyBroken(error) };
  }
  if (text.unreadable > 0) yield { kind: 'remark', why: unreadable(text.unreadable) };
}

function inSmallPieces(onBytes: (count: number) => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      onBytes(chunk.length);
      for (let at = 0; at < chunk.length; at += PIECE) controller.enqueue(chunk.subarray(at, at + PIECE));
    },
  });
}

/** The beginning of a text, and the whole of it once more. */
async function withHead(text: AsyncIterable<string>): Promise<{ head: string; whole: AsyncIterable<string> }> {
  const pieces = text[Symbol.asyncIterator]();
  let head = '';
  while (head.length < HEAD) {
    const { done, value } = await pieces.next();
    if (done) break;
    head += value;
  }
  async function* whole(): AsyncGenerator<string> {
    try {
      yield head;
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value;
    } finally {
      await pieces.return?.();
    }
  }
  return { head, whole: whole() };
}

function notRecognised(importers: readonly Importer[], head: string): Pick<Importer, 'read'> {
  const why = head.trim() === '' ? 'This file is empty.' : ofNone(importers.map(({ name }) => name));
  return {
    async *read(pieces) {
      for await (const _ of pieces) break;
      yield { kind: 'skipped', place: {}, why };
    },
  };
}

function ofNone(names: readonly string[]): string {
  if (names.length === 1) {
    return `This file is not a ${names[0]} from Manicule. Your library is as it was. Use Import papers for files of other formats.`;
  }
  const known = `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return `This file is in none of the formats that can be read: ${known}. Export it in one of these and try again.`;
}

function whyBroken(error: unknown): string {
  if (isExpected(error)) return error.message;
  const fault = error instanceof Error ? error.message : String(error);
  return `The rest of this file could not be read (${fault}). What came before was taken in: choose the file once more.`;
}

function unreadable(count: number): string {
  const [letters, stand] =
    count === 1 ? ['A letter', 'It stands'] : [`${count.toLocaleString('en')} letters`, 'They stand'];
  return `${letters} could not be read as UTF-8. ${stand} as \uFFFD in what was taken in: save the file as UTF-8 and import it again.`;
}
