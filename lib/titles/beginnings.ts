import { lastOf, shift, slot } from './fingerprint';
import { letterOf, NONE } from './letters';

const ASCII = 128;

/**
 * By how many bits a sign of ASCII moves the letters before it, and what it adds to them: nothing where it is no
 * letter. Two tables in the place of a question, whose answer the processor would guess wrong at every end of a word.
 */
const moves = new Uint8Array(ASCII);
const adds = new Uint8Array(ASCII);
for (let code = 0; code < ASCII; code++) {
  const letter = letterOf(code);
  if (letter === NONE) continue;
  moves[code] = 6;
  adds[code] = shift(0, letter);
}

/** Places of a text, each with the letters up to there, packed: one after the other, since there are many. */
export type Beginnings = number[];

/**
 * Every place of a text where, of the letters up to there, the last ones may be the first ones of a title: a page has
 * millions of letters, and this is all that is done with nearly all of them. It calls nothing that could keep the engine
 * from making one loop of it.
 *
 * @param filter which slots of packed letters are taken; as long as a power of two.
 */
export function beginningsIn(text: string, filter: Uint8Array): Beginnings {
  const [moved, added, mask] = [moves, adds, filter.length - 1];
  const found: Beginnings = [];
  let packed = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ASCII) {
      packed = (packed << (moved[code] as number)) | (added[code] as number);
    } else {
      const letter = letterOf(code);
      if (letter === NONE) continue;
      packed = shift(packed, letter);
    }
    // What is no letter says again what the letter before it said.
    if (filter[slot(packed) & mask] === 1 && moved[code] !== 0) found.push(at, lastOf(packed));
  }
  return found;
}
