import * as fc from 'fast-check';
import type { Importer, Item } from '../../../lib/exchange/format';

/** A text in pieces of these lengths, in turn. */
export async function* inPieces(text: string, lengths: readonly number[] = [Infinity]): AsyncGenerator<string> {
  for (let at = 0, turn = 0; at < text.length; turn++) {
    const length = lengths[turn % lengths.length] ?? 1;
    yield text.slice(at, at + length);
    at += length;
  }
}

/** Ways to cut a text. */
export const cuts = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });

export async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const found: Value[] = [];
  for await (const value of values) found.push(value);
  return found;
}

/** What a format finds in a text. */
export async function itemsOf(importer: Importer, text: string, lengths?: readonly number[]): Promise<Item[]> {
  return all(importer.read(inPieces(text, lengths)));
}

/** The ids of the papers among items, in order. */
export function idsOf(items: readonly Item[]): string[] {
  return items.flatMap((item) => (item.kind === 'paper' ? item.facts.id : []));
}

/** Where something was skipped, and why. */
export function skippedIn(items: readonly Item[]): [line: number | undefined, why: string][] {
  return items.flatMap((item) => (item.kind === 'skipped' ? [[item.place.line, item.why]] : []));
}
