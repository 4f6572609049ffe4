import { expect, it } from 'vitest';
import { isChoice, isMarking, isTracing, offKey, ONLY_ARXIV, TRACE_EVERYWHERE, traceKey } from '../../lib/settings';

const BLOG = { host: 'blog.example.org', isArxiv: false };
const ARXIV = { host: 'arxiv.org', isArxiv: true };
const FILE = { host: '', isArxiv: false };
const off = (host: string) => ({ [offKey(host)]: true });
const only = { [ONLY_ARXIV]: true };

it('names each choice by a key of its own', () => {
  expect(offKey('news.example.org')).toBe('off:news.example.org');
  expect(ONLY_ARXIV).toBe('only-arxiv');
});

it.each<[string, Record<string, unknown>, { host: string; isArxiv: boolean }, boolean]>([
  ['everywhere before any choice', {}, BLOG, true],
  ['not on a site that is off', off('blog.example.org'), BLOG, false],
  ['on another site', off('example.org'), BLOG, true],
  ['not on arXiv where that is off', off('arxiv.org'), ARXIV, false],
  ['on arXiv when only there', only, ARXIV, true],
  ['elsewhere not, when only on arXiv', only, BLOG, false],
  ['in no file, when only on arXiv', only, FILE, false],
  ['not on arXiv, where that is off and all the rest too', { ...only, ...off('arxiv.org') }, ARXIV, false],
  ['as if a choice of no meaning had not been made', { [offKey('blog.example.org')]: false, other: true }, BLOG, true],
])('papers are marked %s', (_, stored, site, expected) => {
  expect(isMarking(stored, site)).toBe(expected);
});

it.each<[string, Record<string, unknown>, boolean]>([
  ['not before any choice', {}, false],
  ['on a site that was chosen', { [traceKey('blog.example.org')]: true }, true],
  ['not on another site', { [traceKey('example.org')]: true }, false],
  ['everywhere', { [TRACE_EVERYWHERE]: true }, true],
  ['as if a choice that was taken back had not been made', { [TRACE_EVERYWHERE]: false }, false],
])('pages are traced by themselves %s', (_, stored, expected) => {
  expect(isTracing(stored, 'blog.example.org')).toBe(expected);
});

it.each(['off:example.org', 'off:', 'only-arxiv', 'trace:example.org', 'trace-everywhere'])(
  '%s is the key of a choice',
  (key) => {
    expect(isChoice(key)).toBe(true);
  },
);

it.each(['journal', 'journal:3', 'titles', 'offline', ''])('%j is not', (key) => {
  expect(isChoice(key)).toBe(false);
});
