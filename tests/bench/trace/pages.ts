/** Made-up pages, of text that no paper of the index has, and of passages planted in it: the same on every machine. */
import type { PaperId } from '../../../lib/paper';
import { makePapers } from '../corpus';
import { createRandom, type Random } from '../random';

/** Words of a paper that stand on a page, from one place to another of its text. */
export interface Planted {
  id: PaperId;
  start: number;
  end: number;
}

export interface MadePage {
  text: string;
  planted: Planted[];
}

/** The least and the most words that are planted at one place. */
const [SHORTEST, LONGEST] = [12, 40];

/**
 * Endless pages of about so many words.
 *
 * @param indexed how many papers are in the index: passages come from them, and the text around from none of them.
 * @param plants how many passages each page has.
 */
export function* makePages(indexed: number, words: number, plants: number): Generator<MadePage> {
  const random = createRandom(indexed + words + plants);
  const papers: { id: PaperId; words: string[] }[] = [];
  let page = new Draft();
  let at = 0;
  for (const { id, abstract = '' } of makePapers(Infinity)) {
    if (at++ < indexed) {
      papers.push({ id, words: abstract.split(' ') });
      continue;
    }
    page.add(abstract);
    if (page.words < words) continue;
    yield plant(page, papers, plants, random);
    page = new Draft();
  }
}

/** The text around, sentence by sentence. */
class Draft {
  readonly sentences: string[] = [];
  words = 0;

  add(text: string): void {
    this.sentences.push(...text.split(/(?<=\.) /));
    this.words += text.split(' ').length;
  }
}

function plant(
  { sentences }: Draft,
  papers: readonly { id: PaperId; words: string[] }[],
  plants: number,
  random: Random,
): MadePage {
  const places = new Set<number>();
  while (places.size < plants) places.add(random.between(1, sentences.length - 1));
  const planted: Planted[] = [];
  let text = '';
  for (const [at, sentence] of sentences.entries()) {
    if (places.has(at)) {
      const paper = random.pick(papers);
      const length = random.between(SHORTEST, LONGEST);
      const from = random.between(0, paper.words.length - length);
      const start = text.length;
      text += paper.words.slice(from, from + length).join(' ');
      planted.push({ id: paper.id, start, end: text.length });
      text += ' ';
    }
    text += `${sentence} `;
  }
  return { text, planted };
}
