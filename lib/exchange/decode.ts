import { ExpectedError } from '../errors';

export type Bytes = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array>;

/** A text in pieces that end anywhere, not even between the two halves of a letter outside of the first plane. */
export interface Decoded extends AsyncIterable<string> {
  /** How many letters could not be read so far: each of them stands in the text as U+FFFD. */
  readonly unreadable: number;
}

/**
 * Reads bytes as text: UTF-8, or UTF-16 where a byte order mark says so, either of them compressed with gzip perhaps,
 * as its first bytes say. Holds no more than the piece at hand, and takes no more bytes than the reader of the text
 * asks for. To be read once.
 *
 * @throws {ExpectedError} while it is read, where compressed bytes are damaged or end early.
 */
export function decode(bytes: Bytes): Decoded {
  let unreadable = 0;
  async function* pieces(): AsyncGenerator<string> {
    let decoder: TextDecoder | undefined;
    for await (const chunk of unzipped(withWholeHead(chunksOf(bytes)))) {
      decoder ??= new TextDecoder(encodingOf(chunk));
      const text = decoder.decode(chunk, { stream: true });
      unreadable += replacementsIn(text);
      yield text;
    }
    const end = decoder?.decode() ?? '';
    unreadable += replacementsIn(end);
    yield end;
  }
  return {
    get unreadable() {
      return unreadable;
    },
    [Symbol.asyncIterator]: pieces,
  };
}

/** The chunks of a stream: Chromium before 124 does not go through one by itself. */
async function* chunksOf(bytes: Bytes): AsyncGenerator<Uint8Array> {
  if (!('getReader' in bytes)) return yield* bytes;
  const reader = bytes.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}

/** The longest mark at the head of a file that says what it is. */
const HEAD = 3;

/** The same bytes, the first chunk of which holds the whole head of the file. */
async function* withWholeHead(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let head: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of chunks) {
    if (head === undefined) yield chunk;
    else {
      head = Uint8Array.of(...head, ...chunk.subarray(0, HEAD));
      const rest: Uint8Array = chunk.subarray(HEAD);
      if (head.length < HEAD) continue;
      yield head;
      head = undefined;
      yield rest;
    }
  }
  if (head !== undefined) yield head;
}

const GZIP = [0x1f, 0x8b, 0x08];

async function* unzipped(chunks: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    const { value: head = new Uint8Array() } = await chunks.next();
    if (GZIP.every((byte, at) => head[at] === byte)) {
      yield* withWholeHead(decompressed(head, chunks));
    } else {
      yield head;
      yield* chunks;
    }
  } finally {
    await chunks.return(undefined);
  }
}

async function* decompressed(head: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let failure: unknown;
  const compressed = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start: (controller) => controller.enqueue(new Uint8Array(head)),
    async pull(controller) {
      const { done, value } = await rest.next().catch((error: unknown) => {
        failure = error;
        throw error;
      });
      if (done) controller.close();
      else controller.enqueue(new Uint8Array(value));
    },
  });
  try {
    yield* chunksOf(compressed.pipeThrough(new DecompressionStream('gzip')));
  } catch (error) {
    if (error === failure) throw error;
    throw new ExpectedError(
      'The compressed file is damaged or ends early. What came before was read: fetch the file once more for the rest.',
    );
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

function replacementsIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}
