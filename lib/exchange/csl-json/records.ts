import type { Skipped } from '../format';
import { LONGEST } from '../line-parts';

/** One object of a list, as JSON. */
export interface RawRecord {
  kind: 'record';
  json: string;
  /** Counted from 1. */
  number: number;
}

/**
 * Splits a file that is a list of JSON objects into these. Only braces and quotes are looked at, so that an object that
 * is not of JSON's form costs no other; a string ends with its line at the latest.
 */
export async function* recordsIn(pieces: AsyncIterable<string>): AsyncGenerator<RawRecord | Skipped> {
  let number = 0;
  let json = '';
  let depth = 0;
  let isString = false;
  let isEscaped = false;
  let last = '';
  for await (const piece of pieces) {
    let start = 0;
    for (let at = 0; at < piece.length; at++) {
      const sign = piece[at];
      if (isEscaped) isEscaped = false;
      else if (isString) {
        isEscaped = sign === '\\';
        isString = sign !== '"' && sign !== '\n';
      } else if (sign === '"') isString = true;
      else if (sign === '{') {
        if (depth === 0) {
          start = at;
          number++;
        }
        depth++;
      } else if (sign === '}' && depth > 0) {
        depth--;
        if (depth > 0) continue;
        json += piece.slice(start, at + 1);
        yield json.length > LONGEST ? tooLong(number) : { kind: 'record', json, number };
        json = '';
      }
    }
    // Of an object that is too long no more is held than shows that it is.
    if (depth > 0 && json.length <= LONGEST) json += piece.slice(start);
    last = piece.trimEnd().at(-1) ?? last;
  }
  if (depth > 0 || last !== ']') yield cutOff(Math.max(number, 1));
}

function tooLong(record: number): Skipped {
  const why = `This record is longer than ${LONGEST.toLocaleString('en')} letters. Shorten it and import again.`;
  return { kind: 'skipped', place: { record }, why };
}

function cutOff(record: number): Skipped {
  const why = 'The file ends within or after this record, without the `]` of its list. Export it again.';
  return { kind: 'skipped', place: { record }, why };
}
