import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseId } from '../../../lib/arxiv/identifier';
import { mentionsInText, possibleMentions, type TextMention } from '../../../lib/arxiv/text';
import { ids, invisibles, likeIds, versions } from './generated';
import { isIdByTheBook } from './oracle';
import { BARE, marked, NAMED, NOTHING, unmarked } from './text-cases';

/** Ways to write an id that need nothing around them. */
const names = fc
  .tuple(
    fc.constantFrom(
      (id: string) => `arXiv:${id}`,
      (id: string) => `ARXIV: ${id}`,
      (id: string) => `arXiv preprint ${id}`,
      (id: string) => `e-Print: ${id}`,
      (id: string) => `abs/${id}`,
      (id: string) => `10.48550/arXiv.${id}`,
      (id: string) => `https://arxiv.org/abs/${id}`,
      (id: string) => `arxiv.org/pdf/${id}`,
    ),
    ids,
    versions,
  )
  .map(([write, id, version]) => ({ name: write(version === undefined ? id : `${id}v${version}`), id, version }));

/** Texts in which much looks like a mention. */
const pieces = fc
  .array(
    fc.oneof(
      likeIds,
      names.map(({ name }) => name),
      fc.constantFrom(
        'arXiv:',
        ' ',
        ', ',
        ' and ',
        '/',
        '.',
        'abs/',
        '10.48550/arXiv.',
        'https://arxiv.org/',
        ' [cs.CL]',
      ),
      fc.string(),
    ),
  )
  .map((parts) => parts.join(''));

describe('a text', () => {
  it('names exactly what the rules read slowly say is an id, after a prefix', () => {
    fc.assert(
      fc.property(likeIds, fc.constantFrom('arXiv:', 'arXiv: ', 'arxiv.', 'ARXIV '), (id, prefix) => {
        const mention = mentionsInText(`Word ${prefix}${id} word`).find(({ kind }) => kind === 'named');
        expect(mention?.id).toEqual(isIdByTheBook(id) ? parseId(id)?.id : undefined);
      }),
      { numRuns: 1500 },
    );
  });

  it('names a paper whatever stands around its name', () => {
    const around = fc.oneof(pieces, fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(around, names, around, (before, { name, id, version }, after) => {
        const text = `${before} ${name} ${after}`;
        const start = before.length + 1;
        const mention = mentionsInText(text).find(({ end }) => end === start + name.length);
        expect(mention).toMatchObject({ id, kind: 'named', ...(version !== undefined && { version }) });
        expect(mention?.start).toBeLessThanOrEqual(start);
      }),
      { numRuns: 1500 },
    );
  });

  it('names what its parts name', () => {
    const cases = [
      ...Object.values({ ...NAMED, ...BARE }).flatMap((group) => group.map(([text]) => text)),
      ...Object.values(NOTHING).flat(),
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...cases), { minLength: 1, maxLength: 12 }), (parts) => {
        const text = parts.join(' then ');
        expect(marked(unmarked(text), mentionsInText(unmarked(text)))).toBe(text);
      }),
      { numRuns: 1500 },
    );
  });

  it('names the same papers in the same places when letters that nobody sees are strewn over it', () => {
    fc.assert(
      fc.property(pieces, fc.infiniteStream(fc.array(invisibles, { maxLength: 2 })), (text, strewn) => {
        const placeOf: number[] = [];
        let all = '';
        for (const letter of text.split('')) {
          all += strewn.next().value.join('');
          placeOf.push(all.length);
          all += letter;
        }
        const asStrewn = ({ start, end, ...mention }: TextMention) => ({
          ...mention,
          start: placeOf[start],
          end: (placeOf[end - 1] ?? 0) + 1,
        });
        expect(mentionsInText(all)).toEqual(mentionsInText(text).map(asStrewn));
        expectPlacesFor(all);
      }),
      { numRuns: 1500 },
    );
  });

  it('never names more than it holds, in order and apart, whatever it is', () => {
    fc.assert(
      fc.property(pieces, (text) => {
        let last = 0;
        for (const { id, start, end } of mentionsInText(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(parseId(id)?.id).toBe(id);
          last = end;
        }
        expectPlacesFor(text);
      }),
      { numRuns: 1500 },
    );
  });
});

/** The quick look sees a part, at least, of every mention. */
function expectPlacesFor(text: string) {
  const places = [...possibleMentions(text)];
  for (const { start, end } of mentionsInText(text)) {
    expect(places.some((place) => place.start < end && place.end > start)).toBe(true);
  }
}

describe('a long text that is made to be slow to read', () => {
  const LENGTH = 100_000;
  const filled = (part: string) => part.repeat(Math.ceil(LENGTH / part.length));

  it.each([
    'arXiv:',
    'arXiv.',
    'arXiv-',
    'arXiv id ',
    'arxiv',
    '1',
    '01',
    '0\u00AD',
    '1203.',
    '1203.1234.',
    '.',
    '/',
    '(',
    ')',
    ' ',
    '-',
    'a-',
    'a.',
    'a/',
    'x.a-',
    'abs/',
    'http://',
    'https://a',
    'https://arxiv.org/',
    '10.1234/',
    '[a]',
    '\u00AD',
    '$ ',
  ])('names nothing: %j again and again', (part) => {
    expect(mentionsInText(filled(part))).toEqual([]);
    expect(mentionsInText(`${filled(part)}x`)).toEqual([]);
  });

  it.each([
    ['arXiv:2511.07317', ' '],
    ['arXiv:2511.07317,', ' '],
    ['arXiv:2511.07317 and', ' '],
    ['arXiv:2511.07317 [', 'a'],
    ['arXiv:2511.07317 ', '[a]'],
    ['arXiv:2511.07317', '\u00AD'],
    ['https://arxiv.org/abs/2511.07317', ')'],
    ['https://arxiv.org/abs/2511.07317?', 'a.'],
    ['2511.07317', ' '],
  ])('names one paper: %j, and %j again and again', (name, part) => {
    expect(mentionsInText(`${name}${filled(part)} x`).map(({ id }) => id)).toEqual(['2511.07317']);
  });

  it.each([
    'arXiv:2511.07317 ',
    '2511.07317, ',
    '2511.07317,',
    'hep-th/9901001 ',
    'https://arxiv.org/abs/2511.07317 ',
    'arXiv:25\u00AD11.07317\n',
  ])('names a paper each time: %j again and again', (part) => {
    const text = filled(part);
    expect(mentionsInText(text)).toHaveLength(text.length / part.length);
  });

  it('names every paper of one long list', () => {
    const mentions = mentionsInText(`arXiv:${'2511.07317, '.repeat(50_000)}`);
    expect(mentions.filter(({ kind }) => kind === 'named')).toHaveLength(50_000);
  });

  it('exhausts no stack', { timeout: 60_000 }, () => {
    expect(mentionsInText(`https://a/${'b'.repeat(10_000_000)} arXiv:2511.07317`)).toHaveLength(1);
  });
});
