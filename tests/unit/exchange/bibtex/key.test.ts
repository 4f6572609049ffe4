import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOf, keysOf } from '../../../../lib/exchange/bibtex/key';
import type { Paper } from '../../../../lib/paper';
import { libraries } from '../papers';

const paper = (id: string, title: string, ...authors: string[]): Paper => ({ id, title, authors });

describe('the key of a paper', () => {
  it.each([
    [paper('2504.07096', 'OLMoTrace: Tracing Language Model Outputs', 'Jiacheng Liu'), 'liu2025olmotrace'],
    [paper('1207.7214', 'Observation of a new particle', 'ATLAS Collaboration'), 'atlas2012observation'],
    [paper('hep-th/9711200', 'The Large N limit', 'Juan M. Maldacena'), 'maldacena1997large'],
    [paper('2301.00001', 'On the $\\alpha$-stable case', 'Laurens van der Maaten'), 'vandermaaten2023alpha'],
    [paper('2301.00001', 'Über Øl', 'Łukasz Ørsted-Weiß Jr.'), 'orstedweiss2023uber'],
    [paper('2301.00001', '漢字', '王 小明'), 'arxiv2023'],
    [paper('2301.00001', '', 'Plato'), 'plato2023'],
  ])('%j', (each, key) => {
    expect(keyOf(each)).toBe(key);
  });
});

describe('the keys of several papers', () => {
  const first = paper('2504.07096', 'OLMoTrace: Tracing', 'Jiacheng Liu');
  const second = paper('2505.00001', 'OLMoTrace again', 'Wei Liu');
  const old = paper('math/0703001', 'A way', 'A. Liu');
  const older = paper('hep-th/0703001', 'A way', 'B. Liu');

  it('of which two would be one have the newer one marked by its id', () => {
    expect(Object.fromEntries(keysOf([second, first, old, older]))).toEqual({
      '2504.07096': 'liu2025olmotrace',
      '2505.00001': 'liu2025olmotrace-2505.00001',
      'hep-th/0703001': 'liu2007way',
      'math/0703001': 'liu2007way-math-0703001',
    });
  });

  it('are unique, of letters that nothing takes for others, and the same in any order', () => {
    fc.assert(
      fc.property(fc.array(libraries), fc.func(fc.integer()), (many, rank) => {
        const papers = [...new Map(many.flat().map((kept) => [kept.paper.id, kept.paper])).values()];
        const keys = keysOf(papers);
        expect(new Set(keys.values()).size).toBe(papers.length);
        for (const key of keys.values()) expect(key).toMatch(/^[a-z0-9.-]+$/);
        expect(keysOf(papers.toSorted((a, b) => rank(a.id) - rank(b.id)))).toEqual(keys);
      }),
    );
  });
});
