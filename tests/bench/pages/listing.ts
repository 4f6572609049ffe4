/** A listing of arXiv's, written by hand in the shape of its own, with made-up papers in it. */
import { makeId, makeText } from '../corpus';
import { createRandom, type Random } from '../random';
import { type MadePage, pageOf, type Piece, plain } from './made';
import { bundledId } from './pieces';

const ROWS_A_DAY = 400;
/** Every so-manieth row is a paper that comes with the extension. */
const ROWS_FOR_ONE_KNOWN = 80;

/** Makes a listing of so many rows; each gets a badge, since every paper is worth one on arXiv's own pages. */
export function makeListing(rows: number): MadePage {
  const random = createRandom(rows);
  const pieces: Piece[] = [
    plain(`<main><div id="content"><div id="dlpage"><h1>Computation and Language</h1>`),
    plain(`<div class="paging">Total of ${rows} entries</div>`),
  ];
  for (let row = 0; row < rows; row++) {
    if (row % ROWS_A_DAY === 0) pieces.push(plain(`${row > 0 ? '</dl>' : ''}${startOfDay(row)}`));
    pieces.push(rowOf(row, random));
  }
  return pageOf('https://arxiv.org/list/cs.CL/recent?skip=0&show=2000', [...pieces, plain('</dl></div></div></main>')]);
}

function startOfDay(row: number): string {
  const day = 27 - row / ROWS_A_DAY;
  return `<dl id="articles"><h3>${day} Jul 2026 (showing ${ROWS_A_DAY} of ${ROWS_A_DAY} entries )</h3>\n`;
}

function rowOf(row: number, random: Random): Piece {
  const id = row % ROWS_FOR_ONE_KNOWN === 0 ? bundledId(row / ROWS_FOR_ONE_KNOWN) : makeId(row);
  return { html: `<dt>${links(id, row, random)}</dt>\n<dd>${meta(random)}</dd>\n`, known: 1, inWords: 1 };
}

/** The three to five links of an entry. */
function links(id: string, row: number, random: Random): string {
  const others = [
    `<a href="/pdf/${id}" title="Download PDF" id="pdf-${id}">pdf</a>`,
    random.next() < 0.8 &&
      `<a href="https://arxiv.org/html/${id}v1" title="View HTML" id="html-${id}" target="_blank">html</a>`,
    random.next() < 0.95 && `<a href="/format/${id}" title="Other formats" id="oth-${id}">other</a>`,
  ].filter(Boolean);
  return `
    <a name="item${row + 1}">[${row + 1}]</a>
    <a href="/abs/${id}" title="Abstract" id="${id}">
      arXiv:${id}
    </a>${random.next() < 0.3 ? ' (cross-list from cs.LG) ' : ''}
    [${others.join(', ')}]
  `;
}

function meta(random: Random): string {
  const authors = Array.from({ length: random.between(1, 9) }, () => {
    const name = makeText(random, 2);
    return `<a href="https://arxiv.org/search/cs?searchtype=author&amp;query=${name.replace(' ', ',+')}">${name}</a>`;
  });
  const comments =
    random.next() < 0.6 &&
    `<div class="list-comments mathjax"><span class="descriptor">Comments:</span>
      ${random.between(4, 40)} pages, ${random.between(1, 20)} figures. ${makeText(random, 6)}</div>`;
  return `
    <div class="meta">
      <div class="list-title mathjax"><span class="descriptor">Title:</span>
        ${makeText(random, random.between(5, 13))}
      </div>
      <div class="list-authors">${authors.join(', ')}</div>
      ${comments || ''}
      <div class="list-subjects"><span class="descriptor">Subjects:</span>
        <span class="primary-subject">Computation and Language (cs.CL)</span>; Machine Learning (cs.LG)
      </div>
    </div>
  `;
}
