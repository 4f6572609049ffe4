import type { PaperCard } from '../answers';
import { arxivAddress } from '../arxiv/identifier';
import { formatDay } from '../dates';
import type { Markup, MarkupElement, Sheet } from '../markup';
import { newsOf } from '../newer-version';
import { nameOf, type Paper, type Recognition } from '../paper';
import { linksOf } from '../paper-links';
import { whyHere } from '../why-here';
import css from './card.css?inline';
import { making, type Surroundings } from './making';

/** How many authors are named before the rest is counted. */
const AUTHORS_SHOWN = 3;

/** Letters of an abstract that are shown: about five lines of the card. */
const ABSTRACT_SHOWN = 260;

/** What is said of how a paper was recognised. */
const RECOGNISED: Record<Recognition, string> = {
  id: '',
  title: 'Recognised by its title',
  words: 'Recognised by its words',
};

/** A paper's card: who, where and when, what about, what to make of it, where to go, why it is here. */
export function cardSheet(card: PaperCard, by: Recognition, surroundings: Surroundings): Sheet {
  const { paper, record, packs } = card;
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
      ...news(paper, record),
      ...about(paper),
      ...(paper.comment === undefined ? [] : [['p', { class: 'quiet', dir: 'auto' }, paper.comment] as const]),
    ],
    making(card, surroundings),
    ['div', { class: 'row links' }, ...links(paper)],
    ['p', { class: 'why quiet' }, why(record, packs, by).join(' · ')],
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

function news(paper: Paper, record: PaperCard['record']): Markup[] {
  const words = newsOf(paper, record);
  return words === undefined ? [] : [['p', { class: 'news' }, `${words[0]?.toUpperCase()}${words.slice(1)}.`]];
}

/** What it is about: in our words where there are any, else in those of its abstract, of which the beginning. */
function about({ summary, abstract = '' }: Paper): Markup[] {
  const words = summary ?? abstract;
  if (words === '') return [];
  const [beginning, rest] = summary === undefined ? parted(abstract) : [summary, ''];
  if (rest === '') return [['p', { class: 'summary', dir: 'auto' }, words]];
  return [
    [
      'details',
      { class: 'summary' },
      ['summary', { dir: 'auto' }, `${beginning} `, ['span', { class: 'more' }, 'more']],
      ['p', { dir: 'auto' }, rest],
    ],
  ];
}

/** A long text in two, after a sentence that ends well within what is shown, else between two words. */
function parted(text: string): [beginning: string, rest: string] {
  // A line more is shown rather than unfolded.
  if (text.length < 1.25 * ABSTRACT_SHOWN) return [text, ''];
  const shown = text.slice(0, ABSTRACT_SHOWN);
  const sentence = shown.lastIndexOf('. ') + 1;
  const end = sentence > ABSTRACT_SHOWN / 3 ? sentence : shown.lastIndexOf(' ');
  return end > 0 ? [text.slice(0, end), text.slice(end).trim()] : [text, ''];
}

function facts({ id, venue, published, updated, category }: Paper): string {
  const revised = updated === published ? undefined : updated;
  const dates = [published && formatDay(published), revised && `updated ${formatDay(revised)}`].map(unbroken);
  return [venue, ...dates, category, `arXiv:${id}`].filter(Boolean).join(' · ');
}

/** A date is not parted at the end of a line. */
function unbroken(date: string | undefined): string | undefined {
  return date?.replaceAll(' ', '\u00A0');
}

function links(paper: Paper): Markup[] {
  const { id, published } = paper;
  const all: [string, string][] = [
    ['Abstract', arxivAddress(id, 'abs')],
    ['PDF', arxivAddress(id, 'pdf')],
  ];
  // arXiv makes HTML of what was sent in since December 2023.
  if (published !== undefined && published >= '2023-12') all.push(['HTML', arxivAddress(id, 'html')]);
  return [
    ...[...all, ...linksOf(paper)].map(([name, href]): Markup => [
      'a',
      { href, target: '_blank', rel: 'noreferrer' },
      name,
    ]),
    ['button', { type: 'button', name: 'library', value: id, class: 'plain' }, 'Open library'],
  ];
}

function why(record: PaperCard['record'], packs: PaperCard['packs'], by: Recognition): string[] {
  const here = whyHere(record, packs);
  const reasons = here.length > 0 ? here : ['Named on this page; not in your library yet'];
  return [...reasons, RECOGNISED[by]].filter(Boolean);
}
