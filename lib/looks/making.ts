import type { PaperCard } from '../answers';
import type { Markup, MarkupElement } from '../markup';
import type { ReadingState } from '../paper';

const STATE_NAMES: Record<ReadingState, string> = { saved: 'To read', reading: 'Reading', read: 'Read' };

/** A star of five points in a square of 16. */
const STAR = 'M8 1.5l2 4.2 4.6.6-3.4 3.2.9 4.6L8 11.9l-4.1 2.2.9-4.6L1.4 6.3 6 5.7z';

/** So many letters of a note are shown while it is folded: more than a line has. */
const NOTE_SHOWN = 100;

/** What is said of the last act, beside what shows by itself. */
export interface Said {
  /** What went wrong. */
  problem?: string;
  done?: string;
  /** A text for the person to copy, where the browser does not let us. */
  text?: string;
}

/** Everything that surrounds what a person makes of a paper. */
export interface Surroundings {
  /** The tags that were given to any paper, in the order in which they are offered. */
  tags: readonly string[];
  /** The names of the ways to cite a paper. */
  styles: readonly string[];
  /** Of an act that was done or not; without one, what was said of the last one stays. */
  said?: Said | undefined;
}

/**
 * What a person can make of a paper: its state, star, tags and note, and what they can copy of it. Each control is named
 * after the act that it stands for.
 */
export function making({ record }: PaperCard, { tags, styles, said }: Surroundings): MarkupElement {
  return [
    'div',
    { class: 'making' },
    ['div', { class: 'row' }, keeping(record?.state), star(record?.isStarred ?? false)],
    [
      'div',
      { class: 'row', role: 'group', 'aria-label': 'Tags' },
      ['div', { class: 'tags' }, ...(record?.tags ?? []).map(chip)],
      ['input', { name: 'tag', list: 'tags', 'aria-label': 'Add a tag', placeholder: 'Add a tag', maxlength: '200' }],
      ['datalist', { id: 'tags' }, ...tags.map((tag): Markup => ['option', { value: tag }])],
    ],
    note(record?.note ?? ''),
    ['p', { class: 'problem', role: 'alert', ...leftAsIs(said) }, ...texts(said?.problem)],
    [
      'div',
      { class: 'row', role: 'group', 'aria-label': 'Copy citation' },
      ['span', { class: 'quiet' }, 'Cite as'],
      ...styles.map((name) => button('cite', name, name, { class: 'plain', 'aria-label': `Copy citation as ${name}` })),
    ],
    ['p', { class: 'said quiet', role: 'status', ...leftAsIs(said) }, ...texts(said?.done)],
    ['div', { class: 'copy', ...leftAsIs(said) }, ...texts(said?.text).map(toCopy)],
  ];
}

/** Marks what a drawing without anything to say leaves as it is. */
function leftAsIs(said: Said | undefined): Record<string, string> {
  return { 'data-keep': said ? '' : 'true' };
}

/** One button that saves, then the states in its place. */
function keeping(kept: ReadingState | undefined): Markup {
  const states = Object.entries(STATE_NAMES).map(([state, name]) =>
    button('save', state, name, { class: '', 'aria-pressed': `${state === kept}` }),
  );
  const save = button('save', 'saved', 'Save', { class: 'primary', 'aria-pressed': 'false' });
  return ['div', { class: 'row states', role: 'group', 'aria-label': 'Your library' }, ...(kept ? states : [save])];
}

function star(isStarred: boolean): Markup {
  const [value, fill] = isStarred ? ['off', 'currentColor'] : ['on', 'none'];
  const drawn: Markup = [
    'svg',
    { viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    ['path', { d: STAR, fill, stroke: 'currentColor', 'stroke-width': '1.25', 'stroke-linejoin': 'round' }],
  ];
  return button('star', value, drawn, { class: 'star', 'aria-label': 'Star', 'aria-pressed': `${isStarred}` });
}

function chip(tag: string): Markup {
  const label = `Remove tag ${tag}`;
  return [
    'button',
    { type: 'button', name: 'untag', value: tag, class: 'tag', 'aria-label': label, title: label },
    ['bdi', {}, tag],
  ];
}

function note(text: string): Markup {
  const [first = ''] = text.trimStart().slice(0, NOTE_SHOWN).split('\n');
  return [
    'details',
    { class: 'remark' },
    ['summary', {}, 'Note', ['span', { class: 'quiet', dir: 'auto' }, ...texts(first)]],
    [
      'textarea',
      { name: 'note', rows: '5', dir: 'auto', 'aria-label': 'Note', placeholder: 'In Markdown, kept as you type' },
      text,
    ],
  ];
}

function toCopy(text: string): Markup {
  return ['textarea', { readonly: '', rows: '4', dir: 'auto', 'aria-label': 'Citation' }, text];
}

function button(name: string, value: string, content: Markup, attributes: Record<string, string>): Markup {
  return ['button', { type: 'button', name, value, ...attributes }, content];
}

function texts(text = ''): string[] {
  return text === '' ? [] : [text];
}
