import { describe, expect, it } from 'vitest';
import type { SearchAnswer } from '../../../lib/answers';
import { type AddressBar, addressOf, listenToAddressBar } from '../../../lib/background/omnibox';

const LIBRARY = 'chrome-extension://ownid/library.html';

it.each([
  ['a suggestion', 'https://arxiv.org/abs/2512.13961', 'https://arxiv.org/abs/2512.13961'],
  ['a link to one of its forms', ' https://arxiv.org/pdf/2512.13961v2 ', 'https://arxiv.org/abs/2512.13961'],
  ['an id', 'arXiv:hep-th/9901001v1', 'https://arxiv.org/abs/hep-th/9901001'],
  ['words', ' open models & data ', `${LIBRARY}?q=open+models+%26+data`],
  ['words with an id', 'like 2512.13961', `${LIBRARY}?q=like+2512.13961`],
  ['a filter', 'tag:"to cite"', `${LIBRARY}?q=tag%3A%22to+cite%22`],
  ['a script', 'javascript:alert(1)', `${LIBRARY}?q=javascript%3Aalert%281%29`],
  ['nothing', '', `${LIBRARY}?q=`],
])('Enter on %s opens its address', (_, text, address) => {
  expect(addressOf(text, LIBRARY)).toBe(address);
});

type Listener = (...given: unknown[]) => unknown;

interface Search {
  query: string;
  limit: number;
  answer: (answer: SearchAnswer) => void;
  fail: (error: Error) => void;
}

/** An address bar that is typed in by a test, and searches that it answers when it likes. */
function addressBar() {
  const heard: Record<string, Listener> = {};
  const shown: { first?: string; suggestions: string[]; opened: unknown[] } = { suggestions: [], opened: [] };
  const event = (name: string) => ({ addListener: (listener: Listener) => (heard[name] = listener) });
  const bar = {
    omnibox: {
      onInputStarted: event('started'),
      onInputCancelled: event('cancelled'),
      onInputChanged: event('changed'),
      onInputEntered: event('entered'),
      setDefaultSuggestion: ({ description }: { description: string }) => (shown.first = description),
    },
    tabs: {
      update: async (options: object) => shown.opened.push(options),
      create: async (options: object) => shown.opened.push(options),
    },
  } as unknown as AddressBar;
  const searches: Search[] = [];
  listenToAddressBar(
    (query, limit) => new Promise((answer, fail) => searches.push({ query, limit, answer, fail })),
    LIBRARY,
    bar,
  );
  const suggest = (suggestions: { content: string }[]) =>
    (shown.suggestions = suggestions.map(({ content }) => content));
  return {
    shown,
    searches,
    start: () => heard['started']?.(),
    type: (text: string) => heard['changed']?.(text, suggest),
    enter: (text: string, disposition: string) => heard['entered']?.(text, disposition),
  };
}

const answerTo = (query: string, id: string): SearchAnswer => ({
  query,
  total: 1,
  results: [{ paper: { id, title: 'Olmo 3', authors: [] }, state: 'indexed', terms: [] }],
  understood: [`“${query}”`],
  problems: [],
  elsewhere: query,
});

describe('the address bar', () => {
  it('shows what was found', async () => {
    const { shown, searches, start, type } = addressBar();
    start();
    expect(shown.first).toBe('Search your papers');
    const typed = type('olmo');
    searches[0]?.answer(answerTo('olmo', '2512.13961'));
    await typed;
    expect(searches[0]).toMatchObject({ query: 'olmo', limit: 6 });
    expect(shown).toMatchObject({
      first: '<match>“olmo”</match><dim> 1 paper</dim>',
      suggestions: ['https://arxiv.org/abs/2512.13961'],
    });
  });

  it('shows no answer to what was typed before', async () => {
    const { shown, searches, type } = addressBar();
    const typed = [type('ol'), type('olmo')];
    searches[1]?.answer(answerTo('olmo', '2512.13961'));
    await typed[1];
    searches[0]?.answer(answerTo('ol', '2511.07317'));
    await typed[0];
    expect(shown).toMatchObject({
      first: '<match>“olmo”</match><dim> 1 paper</dim>',
      suggestions: ['https://arxiv.org/abs/2512.13961'],
    });
  });

  it('asks for nothing before there is a word, and for no more than a query may hold', async () => {
    const { shown, searches, type } = addressBar();
    await type('  ');
    expect(searches).toEqual([]);
    expect(shown.first).toBe('Search your papers');
    void type('x'.repeat(5000));
    expect(searches[0]?.query).toHaveLength(1000);
  });

  it('says that a search failed', async () => {
    const { shown, searches, type } = addressBar();
    const typed = type('olmo');
    searches[0]?.fail(new Error('Closed.'));
    await typed;
    expect(shown.first).toMatch(/did not work/);
  });

  it.each([
    ['currentTab', { url: `${LIBRARY}?q=olmo` }],
    ['newForegroundTab', { url: `${LIBRARY}?q=olmo`, active: true }],
    ['newBackgroundTab', { url: `${LIBRARY}?q=olmo`, active: false }],
  ])('opens where it is told to: %s', (disposition, options) => {
    const { shown, enter } = addressBar();
    enter('olmo', disposition);
    expect(shown.opened).toEqual([options]);
  });
});
