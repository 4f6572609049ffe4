/** A made-up page as large as any that a person reads, with papers named in it. */
import papers from '../../seeds/papers.json';
import { makeId, makeText } from './corpus';
import { createRandom, type Random } from './random';

export interface MadePage {
  html: string;
  /** How many text nodes its body has: there is no space between elements. */
  texts: number;
  /** How many places of it name a paper, each in a paragraph of its own. */
  mentions: number;
  /** How many of them name one that comes with the extension, and so get a badge on any site. */
  known: number;
}

/** A stretch of a page and the number of its texts. */
type Piece = [html: string, texts: number];

/** The ways in which pages name papers; a badge stands by each of them. */
const MENTIONS: readonly ((id: string, words: string) => Piece)[] = [
  (id, words) => [`<p>${words} <a href="https://arxiv.org/abs/${id}">${words}</a> and more.</p>`, 3],
  (id, words) => [`<p>${words} (arXiv:${id}), as ${words}.</p>`, 1],
  (id, words) => [`<p>See <a href="https://arxiv.org/pdf/${id}v2"><em>${words}</em></a> on ${words}.</p>`, 3],
  (id, words) => [`<p><span>${words}</span>, https://arxiv.org/abs/${id}, ${words}.</p>`, 2],
  (id, words) => [`<p><b>${words}.</b> doi:10.48550/arXiv.${id}, ${words}.</p>`, 2],
];

/** What stands between them, about as often as pages of running text, lists and tables have it. */
const PLAIN: readonly ((random: Random) => Piece)[] = [
  paragraph,
  paragraph,
  (random) => [`<div class="note"><div><p><span>${text(random, 20)}</span></p></div></div>`, 1],
  (random) => [`<ul><li>${text(random, 8)}</li><li><a href="/${text(random, 1)}">${text(random, 3)}</a></li></ul>`, 2],
  (random) => {
    const cells = [text(random, 2), random.between(1, 99_999).toLocaleString('en'), random.next().toFixed(4)];
    return [`<table><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`, 3];
  },
];

/** A page of exactly this many texts, of which every so-manieth names a paper; the same page for the same numbers. */
export function makePage(texts: number, mentions: number): MadePage {
  const random = createRandom(texts + mentions);
  const pieces: Piece[] = [];
  let named = 0;
  const next = (count: number): Piece => {
    if (named < mentions && count >= (named * texts) / mentions) return mention(named++, random);
    // The last ones fill up to the number.
    if (texts - count < 20) return [`<p>${text(random, 5)}</p>`, 1];
    if (random.next() < 0.02) return [`</section><section><h2>${text(random, 5)}</h2>`, 1];
    return random.pick(PLAIN)(random);
  };
  for (let count = 0; count < texts; count += pieces.at(-1)?.[1] ?? 0) pieces.push(next(count));
  const body = `<main><section>${pieces.map(([html]) => html).join('')}</section></main>`;
  return {
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Large</title></head><body>${body}</body></html>`,
    texts: pieces.reduce((sum, [, count]) => sum + count, 0),
    mentions: named,
    known: Math.ceil(named / 2),
  };
}

/** Every second one names a paper that comes with the extension, in turn. */
function mention(at: number, random: Random): Piece {
  const id = at % 2 === 0 ? papers[(at / 2) % papers.length]?.id : undefined;
  return random.pick(MENTIONS)(id ?? makeId(at), text(random, 4));
}

/** Running text, in which every second stretch is emphasized, a link or code. */
function paragraph(random: Random): Piece {
  const stretches = random.between(3, 9);
  let html = '';
  for (let at = 0; at < stretches; at++) {
    html += at % 2 === 0 ? text(random, random.between(4, 16)) : inline(random, text(random, random.between(1, 3)));
  }
  return [`<div class="body"><p>${html}</p></div>`, stretches];
}

function inline(random: Random, words: string): string {
  const tag = random.pick(['em', 'span', 'code', 'strong', 'a']);
  return tag === 'a'
    ? `<a href="https://example.org/${words.slice(0, 6)}/2024/">${words}</a>`
    : `<${tag}>${words}</${tag}>`;
}

function text(random: Random, length: number): string {
  return makeText(random, length);
}
