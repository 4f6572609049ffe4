/**
 * The popup with a linear scan in the place of the index: each paper whose text holds every word of the query, in the
 * order of the papers. It searches in the page itself, without a message to a worker, and paints what the popup paints.
 */
import { h, render } from 'preact';
import { App } from '../../../entrypoints/popup/App';
import type { SearchAnswer } from '../../../lib/answers';
import type { Paper } from '../../../lib/paper';
import { makePapers } from '../corpus';

const LIMIT = 50;

const count = Number(new URLSearchParams(location.search).get('papers'));
const papers = Array.from(makePapers(count), (paper) => ({ paper, text: textOf(paper) }));

function textOf({ id, title, authors, venue, abstract }: Paper): string {
  return [id, title, ...authors, venue, abstract].join('\n').toLowerCase();
}

function scan(query: string): SearchAnswer {
  const terms = query.toLowerCase().split(' ').filter(Boolean);
  const found = papers.filter(({ text }) => terms.every((term) => text.includes(term)));
  const results = found.slice(0, LIMIT).map(({ paper }) => ({ paper, state: 'indexed' as const, terms }));
  return { query, total: found.length, results, understood: terms, problems: [], elsewhere: query };
}

const nothing = async () => undefined;
const idle = { waiting: 0, isAsking: false, isAllowed: false, isStopped: false };
const watch = () => () => undefined;

render(
  h(App, {
    box: document.getElementById('box') as HTMLInputElement,
    page: {
      ask: async () => ({ papers: [], isMarking: true, isLoading: false }),
      watch,
      trace: nothing,
      show: nothing,
    },
    health: { ask: async () => ({ state: 'fine' as const, papers: 0 }), watch },
    choices: { read: async () => ({}), watch, make: nothing, takeBack: nothing },
    search: async (query) => scan(query),
    keeper: { save: nothing, remove: async () => ({ undo: [] }), undo: nothing, watch },
    more: () => watch,
    completion: { ask: async () => idle, watch },
    close: () => undefined,
  }),
  document.getElementById('panel') as HTMLElement,
);
