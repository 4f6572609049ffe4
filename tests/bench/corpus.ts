/** Made-up papers, as many as a benchmark asks for: the same on every machine, and none of them real. */
import type { Paper, PaperId } from '../../lib/paper';
import { createRandom, type Random } from './random';
import { createVocabulary } from './vocabulary';

const SEED = 20_251_120;

/** About as many distinct content words as 100,000 abstracts have that are spelled right. */
const vocabulary = createVocabulary(60_000, 20, SEED);
const names = createVocabulary(6_000, 50, SEED + 1);

const CATEGORIES = [
  'cs.CL',
  'cs.LG',
  'cs.AI',
  'cs.CV',
  'cs.IR',
  'stat.ML',
  'math.CO',
  'hep-th',
  'quant-ph',
  'astro-ph.GA',
];
const VENUES = ['ACL', 'EMNLP', 'NeurIPS', 'ICLR', 'ICML', 'COLM', 'TACL'];

/** The years from which papers come, all with numbers of five digits. */
const [FIRST_YEAR, YEARS] = [2015, 10];
/** Above what arXiv has given out in any month, so that no made-up paper is a real one, or a bundled one. */
const FIRST_NUMBER = 60_001;

/** The first `count` papers; a longer list begins with the shorter one. */
export function* makePapers(count: number): Generator<Paper> {
  const random = createRandom(SEED + 2);
  for (let at = 0; at < count; at++) yield makePaper(at, random);
}

/** A new-style id that nobody has, the same for the same number. */
export function makeId(at: number): PaperId {
  const month = at % (YEARS * 12);
  const year = FIRST_YEAR + Math.floor(month / 12);
  return `${year % 100}${twoDigits((month % 12) + 1)}.${FIRST_NUMBER + Math.floor(at / (YEARS * 12))}`;
}

/** Words of running text. */
export function makeText(random: Random, length: number): string {
  return Array.from({ length }, () => vocabulary.draw(random)).join(' ');
}

function makePaper(at: number, random: Random): Paper {
  const id = makeId(at);
  const published = `20${id.slice(0, 2)}-${id.slice(2, 4)}-${twoDigits(random.between(1, 28))}`;
  const title = makeText(random, random.between(5, 13));
  return {
    id,
    title: capitalize(title),
    authors: Array.from({ length: random.between(1, 9) }, () => makeName(random)),
    summary: Array.from({ length: 3 }, () => `${capitalize(makeText(random, random.between(14, 26)))}.`).join(' '),
    category: random.pick(CATEGORIES),
    published,
    ...(random.next() < 0.2 && { venue: `${random.pick(VENUES)} ${published.slice(0, 4)}` }),
    words: makeWords(random, random.between(110, 180), title),
  };
}

/** The words of an abstract, in which those of the title come again. */
function makeWords(random: Random, count: number, title: string): string[] {
  const words = new Set(title.split(' '));
  while (words.size < count) words.add(vocabulary.draw(random));
  return [...words].sort();
}

function makeName(random: Random): string {
  return `${capitalize(names.draw(random))} ${capitalize(names.draw(random))}`;
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
