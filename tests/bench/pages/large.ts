/** A page as large as any that a person reads, with papers named in it. */
import { makeText } from '../corpus';
import { createRandom } from '../random';
import { countTexts, type MadePage, pageOf, type Piece, plain } from './made';
import { filler, mentionById, mentionByTitle } from './pieces';

/** How much there is of everything. */
interface Size {
  texts: number;
  /** Places that name a paper by its id, each in a block of its own. */
  mentions: number;
  /** Places that name a paper by its title, each in a block of its own. */
  titles: number;
}

/** Makes a page of exactly this many texts, over which the mentions are spread evenly. */
export function makeLargePage({ texts, mentions, titles }: Size): MadePage {
  const random = createRandom(texts + mentions);
  const naming = [...spread(mentions, mentionById), ...spread(titles, mentionByTitle)].sort((a, b) => a.at - b.at);
  const pieces: Piece[] = [plain('<main><section>')];
  for (let count = 0; count < texts; count += countTexts(pieces.at(-1)?.html ?? '')) {
    const [next] = naming;
    if (next && count >= next.at * texts) {
      naming.shift();
      pieces.push(next.make(random));
    } else if (texts - count < 20) {
      // The last ones fill up to the number.
      pieces.push(plain(`<p>${makeText(random, 5)}</p>`));
    } else if (random.next() < 0.02) {
      pieces.push(plain(`</section><section><h2>${makeText(random, 5)}</h2>`));
    } else {
      pieces.push(filler(random));
    }
  }
  return pageOf('https://large.example.org/', [...pieces, plain('</section></main>')]);
}

/** So many mentions, and for each how much of the page stands before it, from 0 to 1. */
function spread(count: number, make: typeof mentionById) {
  return Array.from({ length: count }, (_, at) => ({
    at: at / count,
    make: (random: Parameters<typeof make>[1]) => make(at, random),
  }));
}
