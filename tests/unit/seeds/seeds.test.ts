import { describe, expect, it } from 'vitest';
import { parseId } from '../../../lib/arxiv/identifier';
import { PaperIndex } from '../../../lib/search/paper-index';
import { queryTerms } from '../../../lib/search/terms';
import { bestOf } from '../search/best-of';
import { bundledPapers } from '../../../seeds';
import sources from '../../../seeds/sources.json';

const papers = bundledPapers();
const index = new PaperIndex(papers);
const first = (query: string) => bestOf(index, query)[0]?.id;

/** In how many of the papers a word stands, in their titles or the words of their abstracts. */
function frequencies(wordsOf: (paper: (typeof papers)[number]) => string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const paper of papers) for (const word of new Set(wordsOf(paper))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function rarest(words: string[], counts: Map<string, number>, count: number): string[] {
  return [...new Set(words)]
    .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || b.length - a.length)
    .slice(0, count);
}

const titleWords = frequencies(({ title }) => queryTerms(title));
const abstractWords = frequencies(({ words = [] }) => words);

it('are 26, in the order of their ids, each with its facts and where they come from', () => {
  expect(papers).toHaveLength(26);
  expect(papers.map(({ id }) => id)).toEqual(papers.map(({ id }) => id).sort());
  expect(Object.keys(sources)).toEqual(papers.map(({ id }) => id));
});

describe.each(papers.map((paper) => [paper.system ?? paper.title, paper] as const))('%s', (name, paper) => {
  const { id, title, authors, published, summary, links = {}, words = [] } = paper;

  it('has a canonical id, authors, a date and a summary', () => {
    expect(parseId(id)?.id).toBe(id);
    expect(authors.length).toBeGreaterThan(0);
    expect(authors.every((author) => /\p{L}{2}/u.test(author))).toBe(true);
    expect(new Set(authors).size).toBe(authors.length);
    expect(published?.slice(2, 7)).toBe(`${id.slice(0, 2)}-${id.slice(2, 4)}`);
    expect(summary?.split(/(?<=\.) /).length).toBeGreaterThanOrEqual(2);
    expect(summary?.split(/(?<=\.) /).length).toBeLessThanOrEqual(3);
  });

  it('has links that are addresses', () => {
    for (const link of Object.values(links)) expect(new URL(link).protocol).toBe('https:');
  });

  it('has words in alphabetical order, each once', () => {
    expect(words.length).toBeGreaterThan(20);
    expect(words).toEqual([...new Set(words)].sort());
  });

  it('is found first by its name', () => {
    expect(first(name)).toBe(id);
  });

  it('is found first by the rarer words of its title', () => {
    expect(first(rarest(queryTerms(title), titleWords, 3).join(' '))).toBe(id);
  });

  it('is found first by three content words of its abstract', () => {
    expect(first(rarest(words, abstractWords, 3).join(' '))).toBe(id);
  });

  it('is found by every content word of its abstract', () => {
    const lost = words.filter((word) => !bestOf(index, word).some((hit) => hit.id === id));
    expect(lost).toEqual([]);
  });
});
