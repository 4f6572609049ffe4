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

const encoder = new TextEncoder();
let bytes = new Uint8Array(1 << 16);

/**
 * Tells of every place of a text where, of the letters up to there, the last ones may be the first ones of a title: a
 * page has millions of letters, and this is all that is done with nearly all of them. They are read as UTF-8, because
 * a string is slow to be read letter by letter.
 *
 * @param filter which slots of packed letters are taken; as long as a power of two.
 * @param found is given the place of the last of these letters, and the letters packed.
 */
export function beginningsIn(text: string, filter: Uint8Array, found: (at: number, packed: number) => void): void {
  // No code unit takes more than three bytes.
  if (bytes.length < text.length * 3) bytes = new Uint8Array(text.length * 3);
  const { written } = encoder.encodeInto(text, bytes);
  const read = bytes;
  const moved = moves;
  const added = adds;
  const mask = filter.length - 1;
  let packed = 0;
  // How many bytes more than code units have been read.
  let ahead = 0;
  for (let at = 0; at < written; at++) {
    const byte = read[at] as number;
    if (byte < ASCII) {
      packed = (packed << (moved[byte] as number)) | (added[byte] as number);
    } else {
      const more = byte < 0xe0 ? 1 : byte < 0xf0 ? 2 : 3;
      const letter = letterOf(text.charCodeAt(at - ahead));
      at += more;
      // A letter of four bytes is one of two code units.
      ahead += Math.min(more, 2);
      if (letter === NONE) continue;
      packed = shift(packed, letter);
    }
    // What is no letter says again what the letter before it said.
    if (filter[slot(packed) & mask] === 1 && moved[byte] !== 0) found(at - ahead, lastOf(packed));
  }
}
