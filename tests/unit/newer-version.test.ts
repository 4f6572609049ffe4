import { expect, it } from 'vitest';
import { newsOf, seenAfter } from '../../lib/newer-version';

it.each<[version: number | undefined, seen: number | undefined, string | undefined]>([
  [3, 2, 'version 3 is new since you saved version 2'],
  [3, 3, undefined],
  [2, 3, undefined],
  [3, undefined, undefined],
  [undefined, 2, undefined],
])('of version %s, with version %s seen, the news are: %s', (version, seenVersion, news) => {
  expect(
    newsOf({ ...(version !== undefined && { version }) }, { ...(seenVersion !== undefined && { seenVersion }) }),
  ).toBe(news);
});

it('there are no news of what is not kept', () => {
  expect(newsOf({ version: 3 }, undefined)).toBeUndefined();
  expect(newsOf(undefined, { seenVersion: 1 })).toBeUndefined();
});

it.each<
  [string, { seenVersion?: number }, { shown?: number; version?: number }, { version?: number }, number | undefined]
>([
  ['the page of the newest', { seenVersion: 2 }, { shown: 3, version: 3 }, { version: 2 }, 3],
  ['the page of an older one', { seenVersion: 2 }, { shown: 1, version: 3 }, { version: 2 }, 2],
  ['a listing', { seenVersion: 2 }, { version: 3 }, { version: 2 }, 2],
  ['a listing, where one was known but not said to be seen', {}, { version: 3 }, { version: 2 }, 2],
  ['the page of an older one, where one was known', {}, { shown: 1, version: 3 }, { version: 2 }, 2],
  ['a listing, where none was known', {}, { version: 3 }, {}, 3],
  ['the page of the first one, where none was known', {}, { shown: 1, version: 3 }, {}, 1],
  ['a page that tells no version', {}, {}, {}, undefined],
])('after %s has told of it, what has been seen follows', (_, record, told, known, after) => {
  expect(seenAfter(record, told, known)).toBe(after);
});
