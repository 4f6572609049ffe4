import type { PaperCard } from '../answers';
import { arxivAddress } from '../arxiv/identifier';
import { formatDay, formatMoment } from '../dates';
import type { Markup, MarkupElement, Sheet } from '../markup';
import { type LinkKind, nameOf, type Paper, type Recognition } from '../paper';
import css from './card.css?inline';
import { making, type Surroundings } from './making';

/** How many authors are named before the rest is counted. */
const AUTHORS_SHOWN = 3;

const LINK_NAMES: Record<LinkKind, string> = {
  code: 'Code',
  models: 'Models',
  data: 'Data',
  demo: 'Demo',
  leaderboard: 'Leaderboard',
  homepage: 'Home page',
};

/** A paper's card: who, where and when, what about, what to make of it, where to go, why it is here. */
export function cardSheet(card: PaperCard, by: Recognition, surroundings: Surroundings): Sheet {
  const { paper, state, record } = card;
  const content: MarkupElement = [
    'div',
    {
      id: 'card',
      class: 'card',
      role: 'dialog',
      'aria-labelledby': 'title',
      tabindex: '-1',
      autofocus: '',
      popover: 'auto',
    },
    ['h2', { id: 'title', dir: 'auto' }, nameOf(paper)],
    [
      'button',
      { type: 'button', class: 'close', popovertarget: 'card', popovertargetaction: 'hide', 'aria-label': 'Close' },
      '×',
    ],
    [
      'div',
      {},
      ...(paper.authors.length > 0 ? authors(paper.authors) : []),
      ['p', { class: 'quiet' }, facts(paper)],
      ...(paper.summary === undefined ? [] : [['p', { class: 'summary' }, paper.summary] as const]),
    ],
    making(card, surroundings),
    ['div', { class: 'row links' }, ...links(paper)],
    [
      'p',
      { class: 'why quiet' },
      [reason(state, record), by === 'title' && 'Recognised by its title'].filter(Boolean).join(' · '),
    ],
  ];
  return { css, content };
}

function authors(names: readonly string[]): Markup[] {
  const first = names.slice(0, AUTHORS_SHOWN).join(', ');
  const others = names.slice(AUTHORS_SHOWN);
  if (others.length === 0) return [['p', {}, first]];
  return [
    [
      'details',
      {},
      ['summary', {}, `${first}, `, ['span', { class: 'more' }, `and ${others.length} more`]],
      others.join(', '),
    ],
  ];
}

function facts({ id, venue, published, updated, category }: Paper): string {
  const dates = [published && formatDay(published), updated && `updated ${formatDay(updated)}`].map(unbroken);
  return [venue, ...dates, category, `arXiv:${id}`].filter(Boolean).join(' · ');
}

/** A date is not parted at the end of a line. */
function unbroken(date: string | undefined): string | undefined {
  return date?.replaceAll(' ', '\u00A0');
}

function links({ id, published, links: others = {} }: Paper): Markup[] {
  const all: [string, string][] = [
    ['Abstract', arxivAddress(id, 'abs')],
    ['PDF', arxivAddress(id, 'pdf')],
  ];
  // arXiv makes HTML of what was sent in since December 2023.
  if (published !== undefined && published >= '2023-12') all.push(['HTML', arxivAddress(id, 'html')]);
  for (const [kind, name] of Object.entries(LINK_NAMES)) {
    const address = others[kind as LinkKind];
    if (address !== undefined && /^https?:\/\//.test(address)) all.push([name, address]);
  }
  return [
    ...all.map(([name, href]): Markup => ['a', { href, target: '_blank', rel: 'noreferrer' }, name]),
    ['button', { type: 'button', name: 'library', value: id, class: 'plain' }, 'Open library'],
  ];
}

function reason(state: PaperCard['state'], record: PaperCard['record']): string {
  if (record) return `Saved on ${formatMoment(record.savedAt)}${record.savedFrom ? ` from ${record.savedFrom}` : ''}`;
  return state === 'indexed' ? 'In the bundled index' : 'Named on this page; not in your library yet';
}
