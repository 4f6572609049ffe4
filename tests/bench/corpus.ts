/** Made-up papers, as many as a benchmark asks for: the same on every machine, and none of them real. */
import type { Paper, PaperId } from '../../lib/paper';
import { createRandom, type Random } from './random';
import { byRank, createVocabulary, makeWord } from './vocabulary';

const SEED = 20_251_120;

/** About as many distinct content words as 100,000 abstracts have that are spelled right. */
const vocabulary = createVocabulary(60_000, 20, SEED);
const names = createVocabulary(6_000, 50, SEED + 1);

/** What only holds a sentence together, the commonest first: two words in five of any English text. */
const joining = byRank(
  'the of and to a in we for that is on with this our by as are an from can which it be these not or at both'.split(
    ' ',
  ),
  2,
);
const JOINING_SHARE = 0.4;
/**
 * Names, numbers of their own, misspellings: however many papers there are, each brings words that no other has. So
 * many that 100,000 have about as many distinct words as Heaps' law gives their length (Manning, Raghavan and Schütze,
 * 2008, 5.1.1).
 */
const SINGULAR_SHARE = 0.004;

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
/**
 * Above what arXiv has given out in any month, so that no made-up paper is a real one, or a bundled one. Up to 99,999
 * there is room for more than four million papers.
 */
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

/** Content words, as a title has them. */
export function makeText(random: Random, length: number): string {
  return Array.from({ length }, () => vocabulary.draw(random)).join(' ');
}

function makePaper(at: number, random: Random): Paper {
  const id = makeId(at);
  const published = `20${id.slice(0, 2)}-${id.slice(2, 4)}-${twoDigits(random.between(1, 28))}`;
  const title = makeText(random, random.between(5, 13));
  const category = random.pick(CATEGORIES);
  const otherCategory = random.pick(CATEGORIES);
  return {
    id,
    title: capitalize(title),
    authors: Array.from({ length: random.between(1, 9) }, () => makeName(random)),
    abstract: makeAbstract(random, title.split(' ')),
    category,
    ...(otherCategory !== category && { otherCategories: [otherCategory] }),
    published,
    ...(random.next() < 0.2 && { venue: `${random.pick(VENUES)} ${published.slice(0, 4)}` }),
  };
}

/** Running text of about 180 words, in which most of the title's come again. */
function makeAbstract(random: Random, title: readonly string[]): string {
  const length = random.between(130, 230);
  let text = '';
  for (let word = 0, left = 0; word < length; word++, left--) {
    const drawn = drawWord(random, title);
    if (left === 0) {
      left = random.between(14, 26);
      text += word === 0 ? capitalize(drawn) : `. ${capitalize(drawn)}`;
    } else {
      text += ` ${drawn}`;
    }
  }
  return `${text}.`;
}

/** One content word in twenty is one of the title's. */
function drawWord(random: Random, title: readonly string[]): string {
  const chance = random.next();
  if (chance < JOINING_SHARE) return joining.draw(random);
  if (chance < JOINING_SHARE + SINGULAR_SHARE) return makeWord(random, 4);
  return chance < 0.95 ? vocabulary.draw(random) : random.pick(title);
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
