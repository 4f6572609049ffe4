import { describe, expect, it } from 'vitest';
import { readFacts } from '../../../lib/arxiv-page/read-facts';
import type { PageFacts } from '../../../lib/paper-facts';
import {
  ABSTRACT,
  ABSTRACT_2019,
  ABSTRACT_OF_FIRST,
  ABSTRACT_OF_UNKNOWN,
  AR5IV_PAPER,
  AUTHOR,
  CATCH_UP,
  HTML_PAPER,
  LIST,
  LIST_OF_OLD,
  NEW,
  NOT_FOUND,
  PAGES,
  SEARCH,
  SEARCH_OF_2005,
  UNKNOWN_PAPER,
} from '../../pages/served';
import { pageOf } from './page';

/** What a page says of papers, at the address where it is served or at another one. */
function factsOn(served: string, ids: string[], address = served): PageFacts[] {
  return readFacts(pageOf(PAGES[served] ?? ''), address, ids);
}

const UNKNOWN: PageFacts = {
  id: UNKNOWN_PAPER,
  title: String.raw`On the $\ell_1$ Cost of Pointing at Things`,
  authors: ['Ada Sample', 'Ben Placeholder Jr', 'Clara van der Beispiel', 'The Margin Collaboration'],
  abstract: expect.stringMatching(/^We ask what .* width \$w\$ it costs \$\\ell_1\(w\)\$, .* we found\.$/),
  category: 'cs.DL',
  otherCategories: ['physics.soc-ph', 'hep-th'],
  published: '2025-11-28',
  updated: '2026-03-09',
  version: 3,
  shown: 3,
  venue: 'Margins 12 (2026) 1-12',
  doi: '10.5555/margins.12',
  comment: '12 pages, 9 hands; plates at https://example.org/plates',
};
const OF_NEW: PageFacts = {
  id: UNKNOWN_PAPER,
  title: 'Nobody has this one',
  authors: ['Ada Sample', 'Ben Placeholder'],
  abstract: 'An abstract that goes further than arXiv:2506.10947.',
  category: 'cs.CL',
  otherCategories: ['cs.LG'],
  version: 1,
  venue: 'Margins 12 (2026) 1-9',
  comment: '9 pages, see https://example.org/nine',
};
const OF_PAPER: PageFacts = {
  id: '2511.07317',
  title: 'What rewards are for',
  authors: ['Ada Sample', 'Ben O’Placeholder'],
  abstract: 'Rewards are for $n+1$ things. We name them.',
  category: 'cs.LG',
  published: '2025-11-10',
  version: 1,
  shown: 1,
};

it.each<[string, string, PageFacts]>([
  ['an abstract page', ABSTRACT_OF_UNKNOWN, UNKNOWN],
  ['the abstract page of an older version', ABSTRACT_OF_FIRST, { ...UNKNOWN, shown: 1 }],
  [
    'an abstract page that has the abstract in its text alone',
    ABSTRACT,
    {
      id: '2509.11106',
      title: 'Fluid Language Model Benchmarking',
      authors: expect.arrayContaining(['Valentin Hofmann', 'Pang Wei Koh', 'Noah A. Smith']),
      abstract:
        'What an abstract says would stand here. It goes further than arXiv:2508.13144v2 and than arXiv:2511.98765.',
      category: 'cs.CL',
      otherCategories: ['cs.LG'],
      published: '2025-09-14',
      updated: '2025-09-14',
      version: 1,
      shown: 1,
    },
  ],
  [
    'an abstract page of 2019 with the year of a journal in the place of the first day',
    ABSTRACT_2019,
    {
      id: '1912.98765',
      title: 'A note on counting words',
      authors: ['A. Sample'],
      abstract: 'An abstract that was changed later, when it could name arXiv:2512.13961.',
      category: 'cs.CL',
      published: '2019-12-02',
      updated: '2019-12-04',
      version: 2,
      shown: 2,
      venue: 'Journal of Margins 7 (2020) 1-9',
      doi: '10.1000/1',
    },
  ],
  ['a listing of new papers', NEW, OF_NEW],
  ['a day to catch up on', CATCH_UP, OF_NEW],
  [
    'a listing of the last days',
    LIST,
    {
      id: UNKNOWN_PAPER,
      title: String.raw`On the $\ell_1$ Cost of Pointing at Things`,
      authors: ['Ada Sample', 'Ben Placeholder'],
      category: 'cs.CL',
      version: 1,
      comment: 'A paper made up for this page',
    },
  ],
  [
    'a listing of the old layout',
    LIST_OF_OLD,
    {
      id: 'hep-th/9912999',
      title: 'Hands in the bulk',
      authors: ['A. Sample', 'B. Placeholder'],
      category: 'hep-th',
      otherCategories: ['math-ph'],
      venue: 'Margins B 3 (2000) 14',
      comment: '4 pages, LaTeX',
    },
  ],
  ['the page of an author', AUTHOR, { id: '1912.98765', title: 'A note', authors: ['A. Sample'], category: 'cs.CL' }],
  [
    'search results',
    SEARCH,
    {
      id: '2511.98766',
      title: 'Who is paid a reward for $n$ hands',
      authors: ['Ada Sample', 'Ben Placeholder'],
      abstract: 'Somebody gets a reward for each of $n$ hands. Who it is was not known.',
      category: 'cs.DL',
      otherCategories: ['physics.soc-ph'],
      published: '2025-11-08',
      updated: '2025-12-11',
      version: 2,
      venue: 'Margins 12 (2026) 13-14',
      doi: '10.5555/margins.14',
      comment: 'With rewards',
    },
  ],
  [
    'search results of an older version, with authors left out',
    SEARCH,
    { id: UNKNOWN_PAPER, title: 'On a number', version: 1, comment: 'follows arXiv:2512.13961' },
  ],
  [
    'search results of 2005',
    SEARCH_OF_2005,
    {
      id: 'math/0410999',
      title: 'Hands with an odd number of fingers',
      authors: ['Ada Sample', 'Ben Placeholder'],
      category: 'math.GT',
      venue: 'Margins 1 (2004), pp. 1-8',
      comment: '8 pages; pictures at http://example.org/hands',
    },
  ],
  ['a paper in HTML', HTML_PAPER, OF_PAPER],
  ['a paper on ar5iv', AR5IV_PAPER, OF_PAPER],
])('reads %s', (_, address, facts) => {
  expect(factsOn(address, [facts.id, '2601.00001'])).toStrictEqual([facts]);
});

it('reads each of the papers that it is asked about, in the order of the page', () => {
  const ids = factsOn(LIST, ['2506.12229', '2512.13961', '2601.00001']).map(({ id }) => id);
  expect(ids).toEqual(['2512.13961', '2506.12229']);
});

describe('nothing is read', () => {
  it.each<[string, string, string[], string?]>([
    ['of a paper that an abstract page only names', ABSTRACT, [UNKNOWN_PAPER]],
    ['of a paper that the bibliography of an HTML paper names', HTML_PAPER, ['2509.11106', UNKNOWN_PAPER]],
    ['where an abstract page stands at the address of another paper', ABSTRACT_OF_UNKNOWN, [UNKNOWN_PAPER], ABSTRACT],
    ['where there is no such paper', NOT_FOUND, ['2511.99999']],
    ['of a page of another kind', LIST, ['2512.13961'], 'https://arxiv.org/year/cs/2025'],
    ['where nothing is asked', LIST, []],
  ])('%s', (_, served, ids, address) => {
    expect(factsOn(served, ids, address)).toEqual([]);
  });

  it('in a page that was translated', () => {
    const page = pageOf(PAGES[LIST] ?? '');
    page.documentElement.className = 'translated-ltr';
    expect(readFacts(page, LIST, ['2512.13961'])).toEqual([]);
  });
});

/** A listing of one paper by this many authors. */
function listingBy(authors: number): Document {
  const names = Array.from({ length: authors }, (_, at) => `<a href="/a/${at}">N ${at}</a>`).join(', ');
  return pageOf(`<dl><dt><a href="/abs/2511.00001">arXiv:2511.00001</a></dt>
    <dd><div class="list-title">T</div><div class="list-authors">${names}</div></dd></dl>`);
}

it.each([
  [99, 99],
  [100, undefined],
])('of a listing with %i authors, which may be cut off, %s are read', (listed, read) => {
  expect(readFacts(listingBy(listed), LIST, ['2511.00001'])[0]?.authors?.length).toBe(read);
});

/** What is read of an HTML paper with this at its head. */
function factsOfPaper(head: string): PageFacts | undefined {
  const page = pageOf(`<article class="ltx_document">${head}</article>`);
  return readFacts(page, 'https://arxiv.org/html/2511.00001', ['2511.00001'])[0];
}

describe('of an HTML paper', () => {
  it.each([
    ['several in one piece', 'Ann Bee<br>A University<br>a@b.org &amp;Cy Dee'],
    ['several with marks', '<span>Ann Bee<sup>1</sup></span> <span>Cy Dee<sup>2</sup></span>'],
    ['a name and an address', 'Ann Bee, University of Somewhere'],
    ['a name and its number', 'Ann Bee 1'],
  ])('no authors are read where one stands for %s', (_, name) => {
    const authors = `<span class="ltx_creator ltx_role_author"><span class="ltx_personname">${name}</span></span>`;
    expect(factsOfPaper(`<h1 class="ltx_title_document">T</h1>${authors}`)).toEqual({ id: '2511.00001', title: 'T' });
  });

  it('no title is read where LaTeXML did not understand it', () => {
    const title = '<h1 class="ltx_title_document"><span class="ltx_ERROR">\\ours</span>: a benchmark</h1>';
    expect(factsOfPaper(title)).toEqual({ id: '2511.00001' });
  });
});
