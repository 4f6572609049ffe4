import { ExpectedError } from '../errors';

/**
 * The text of a body in UTF-8, piece by piece as it comes. Who stops reading ends the transfer.
 *
 * @throws {ExpectedError} where it is longer than `most` bytes; nothing beyond them is read.
 */
export async function* textOf(body: ReadableStream<Uint8Array>, most: number): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  const reader = body.getReader();
  let length = 0;
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      length += piece.value.length;
      if (length > most) throw new ExpectedError(`The answer is longer than ${most} bytes.`);
      yield decoder.decode(piece.value, { stream: true });
    }
    yield decoder.decode();
  } finally {
    // A transfer that has failed cannot be ended once more.
    reader.cancel().catch(() => undefined);
  }
}
