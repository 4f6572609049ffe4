/** Stretches of pages of running text: such as name a paper, and what stands between them. */
import papers from '../../../seeds/papers.json';
import { makeId, makeText } from '../corpus';
import type { Random } from '../random';
import { type Piece, plain } from './made';

/** The ways in which pages name papers by their ids; a badge stands by each of them. */
const BY_ID: readonly ((id: string, words: string) => Omit<Piece, 'known'>)[] = [
  (id, words) => ({
    html: `<p>${words} <a href="https://arxiv.org/abs/${id}">${words}</a> and more.</p>`,
    inWords: 0,
  }),
  (id, words) => ({ html: `<p>${words} (arXiv:${id}), as ${words}.</p>`, inWords: 1 }),
  (id, words) => ({
    html: `<p>See <a href="https://arxiv.org/pdf/${id}v2"><em>${words}</em></a> on ${words}.</p>`,
    inWords: 0,
  }),
  (id, words) => ({ html: `<p><span>${words}</span>, https://arxiv.org/abs/${id}, ${words}.</p>`, inWords: 1 }),
  (id, words) => ({ html: `<p><b>${words}.</b> doi:10.48550/arXiv.${id}, ${words}.</p>`, inWords: 1 }),
];

/** The ways in which they name them by their titles. */
const BY_TITLE: readonly ((title: string, words: string) => string)[] = [
  (title, words) => `<p>${words} <a href="https://example.org/paper">${title}</a> and more.</p>`,
  (title) => `<h3>${title}</h3>`,
  (title, words) => `<table><tr><td>${title}</td><td>${words}</td></tr></table>`,
  (title, words) => `<ul><li>${title}</li><li>${words}</li></ul>`,
];

/** A shorter title may be an everyday phrase, and then it names nothing. */
const WORDS_THAT_NAME = 4;
const titles = papers.map(({ title }) => title).filter((title) => title.split(' ').length >= WORDS_THAT_NAME);

const PLAIN: readonly ((random: Random) => string)[] = [
  paragraph,
  paragraph,
  (random) => `<div class="note"><div><p><span>${makeText(random, 20)}</span></p></div></div>`,
  (random) =>
    `<ul><li>${makeText(random, 8)}</li><li><a href="/${makeText(random, 1)}">${makeText(random, 3)}</a></li></ul>`,
  (random) => {
    const cells = [makeText(random, 2), random.between(1, 99_999).toLocaleString('en'), random.next().toFixed(4)];
    return `<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`;
  },
];

/** The id of a paper that comes with the extension: the first one after the last one again. */
export function bundledId(at: number): string {
  return (papers[at % papers.length] as { id: string }).id;
}

/** A paragraph that names a paper: every second one comes with the extension, the others nobody has. */
export function mentionById(at: number, random: Random): Piece {
  const isKnown = at % 2 === 0;
  const id = isKnown ? bundledId(at / 2) : makeId(at);
  return { ...random.pick(BY_ID)(id, makeText(random, 4)), known: isKnown ? 1 : 0 };
}

/** A block that names a paper by its title and nothing else. */
export function mentionByTitle(at: number, random: Random): Piece {
  const title = titles[at % titles.length] as string;
  return { html: random.pick(BY_TITLE)(title, makeText(random, 4)), known: 1, inWords: 0 };
}

/** Something without a paper, about as often as pages of running text, lists and tables have it. */
export function filler(random: Random): Piece {
  return plain(random.pick(PLAIN)(random));
}

/** Running text, in which every second stretch is emphasized, a link or code. */
function paragraph(random: Random): string {
  const stretches = Array.from({ length: random.between(3, 9) }, (_, at) =>
    at % 2 === 0 ? makeText(random, random.between(4, 16)) : inline(random, makeText(random, random.between(1, 3))),
  );
  return `<div class="body"><p>${stretches.join('')}</p></div>`;
}

function inline(random: Random, words: string): string {
  const tag = random.pick(['em', 'span', 'code', 'strong', 'a']);
  return tag === 'a'
    ? `<a href="https://example.org/${words.slice(0, 6)}/2024/">${words}</a>`
    : `<${tag}>${words}</${tag}>`;
}
