import { describe, expect, it } from 'vitest';
import { mentionsInText } from '../../../lib/arxiv/text';
import { BARE, marked, NAMED, NOTHING, unmarked } from './text-cases';

describe.each(Object.entries({ ...NAMED, ...BARE }))('a text names papers by %s', (_, cases) => {
  it.each(cases)('%s', (text, ...ids) => {
    const mentions = mentionsInText(unmarked(text));
    expect(marked(unmarked(text), mentions)).toBe(text);
    expect(mentions.map(({ id }) => id)).toEqual(ids);
  });
});

describe.each(Object.entries(NOTHING))('a text names nothing by %s', (_, texts) => {
  it.each(texts)('%s', (text) => {
    expect(mentionsInText(text)).toEqual([]);
  });
});

describe('a mention', () => {
  it('keeps the version for display', () => {
    expect(mentionsInText('arXiv:2511.07317v2')).toEqual([
      { id: '2511.07317', version: 2, start: 0, end: 18, kind: 'named' },
    ]);
  });
});
