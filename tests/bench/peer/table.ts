/**
 * A library without any art: a table with a row for each paper, filtered by going through an array of their texts.
 * `?papers=N` says how many papers there are, `&shown=N` how many of those that are found get a row.
 */
import type { Paper } from '../../../lib/paper';
import { makePapers } from '../corpus';

const address = new URLSearchParams(location.search);
const shown = Number(address.get('shown') ?? Infinity);
const papers = Array.from(makePapers(Number(address.get('papers'))), (paper) => ({ paper, text: textOf(paper) }));
const table = document.querySelector('table') as HTMLTableElement;
const box = document.querySelector('input') as HTMLInputElement;

function textOf({ title, authors, venue, published, category }: Paper): string {
  return [title, ...authors, venue, published, category].join('\n').toLowerCase();
}

function show(): void {
  const found = papers.filter(({ text }) => text.includes(box.value));
  table.replaceChildren(...found.slice(0, shown).map(({ paper }) => rowOf(paper)));
}

function rowOf({ id, title, authors, published }: Paper): HTMLTableRowElement {
  const row = document.createElement('tr');
  row.dataset['arxivId'] = id;
  for (const text of [title, authors.join(', '), published]) {
    const cell = document.createElement('td');
    cell.append(text ?? '');
    row.append(cell);
  }
  return row;
}

box.addEventListener('input', show);
show();
