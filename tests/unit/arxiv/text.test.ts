import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseId } from '../../../lib/arxiv/identifier';
import { mentionsInText, possibleMentions } from '../../../lib/arxiv/text';
import { likeIds } from './generated';
import { isIdByTheBook } from './oracle';

const ids = (text: string, kind: 'named' | 'bare') =>
  mentionsInText(text)
    .filter((mention) => mention.kind === kind)
    .map(({ id }) => id);

describe('a text names', () => {
  it.each([
    ['arXiv:2511.07317', ['2511.07317']],
    ['ARXIV:2511.07317', ['2511.07317']],
    ['ArXiv: 2511.07317', ['2511.07317']],
    ['arXiv 2511.07317', ['2511.07317']],
    ['arXiv.2511.07317', ['2511.07317']],
    ['arXiv2511.07317', ['2511.07317']],
    ['arXiv preprint 2511.07317', ['2511.07317']],
    ['arXiv e-prints, arXiv:2511.07317', ['2511.07317']],
    ['arXiv preprint arXiv:2508.13144, 2025.', ['2508.13144']],
    ['(arXiv:2507.02833).', ['2507.02833']],
    ['arXiv:2511.07317v2 [cs.CL] 11 Nov 2025', ['2511.07317']],
    ['arXiv:2507.01001,2506.18880;2506.12229', ['2507.01001', '2506.18880', '2506.12229']],
    ['arXiv:2507.01001, 2506.18880 and 2506.12229', ['2507.01001', '2506.18880']],
    ['CoRR, abs/2507.07024 (2025)', ['2507.07024']],
    ['CoRR abs/hep-th/9901001', ['hep-th/9901001']],
    ['hep-th/9901001', ['hep-th/9901001']],
    ['[hep-th/9901001]', ['hep-th/9901001']],
    ['arXiv.math.GR/0512484 (2011).', ['math/0512484']],
    ['cond-mat/0408502 and cs.CL/0306050', ['cond-mat/0408502', 'cs/0306050']],
    ['10.48550/arXiv.2509.21016', ['2509.21016']],
    ['doi:10.48550/ARXIV.2509.21016v1.', ['2509.21016']],
    ['10.48550/arXiv.hep-th/9901001', ['hep-th/9901001']],
    ['2023arXiv230101234S', ['2301.01234']],
    ['2009arXiv0901.0512T', ['0901.0512']],
    ['See https://arxiv.org/abs/2511.07317.', ['2511.07317']],
    ['(https://arxiv.org/pdf/2511.07317v2.pdf)', ['2511.07317']],
    ['at arxiv.org/abs/2511.07317, or', ['2511.07317']],
    ['www.arxiv.org/abs/hep-th/9901001', ['hep-th/9901001']],
    ['doi.org/10.48550/arXiv.2511.07317', ['2511.07317']],
    ['huggingface.co/papers/2511.07317', ['2511.07317']],
  ])('%s', (text, expected) => {
    expect(ids(text, 'named')).toEqual(expected);
  });

  it.each([
    'arXiv:1501.0001',
    'arXiv:0703.0001',
    'arXiv:2513.01234',
    'arXiv:2401.123456',
    'hep-th/0704001',
    'issues/1234567',
    'foo-bar/9901001',
    'https://example.org/abs/2511.07317',
    'https://example.org/hep-th/9901001',
    '10.1103/PhysRevD.1105.32111',
    '10.1000/arXiv.2511.07317',
    'notarxiv.org/abs/2511.07317x',
    'astro-ph/99010011',
    'pages 1234567 to 1234568',
  ])('nothing in %s', (text) => {
    expect(ids(text, 'named')).toEqual([]);
  });

  it.each([
    ['see 2511.07317 for details', ['2511.07317']],
    ['[2511.07317]', ['2511.07317']],
    ['2511.07317v2', ['2511.07317']],
    ['(2511.07317)', ['2511.07317']],
    ['2511.07317.', ['2511.07317']],
    ['2511.07317, 2507.01001', ['2511.07317', '2507.01001']],
  ])('only perhaps, a bare number: %s', (text, expected) => {
    expect(ids(text, 'bare')).toEqual(expected);
    expect(ids(text, 'named')).toEqual([]);
  });

  it.each([
    '$1234.5678',
    '$ 1205.5678',
    '€1205.5678',
    'HJD=2450274.4156',
    '2448446.4710(5)',
    '1008.3408(5)',
    'Pspin=1008.3408s',
    '1008.3408 %',
    '1008.3408 ± 0.1',
    'v2511.07317',
    '192.168.1203.1234',
    '1203.1234.5',
    '-1203.1234',
    '1203.1234-1204.1234',
    '12,1203.1234',
    'x/1203.1234',
    '10.1103/PhysRevD.1105.32111',
    '0305.5049',
  ])('not even perhaps: %s', (text) => {
    expect(mentionsInText(text)).toEqual([]);
  });

  it('says where each name stands, version included', () => {
    const text = 'From arXiv:2511.07317v2 and hep-th/9901001 to 2507.01001.';
    expect(mentionsInText(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      'arXiv:2511.07317v2',
      'hep-th/9901001',
      '2507.01001',
    ]);
  });

  it('exactly what the rules read slowly say is an id, after a prefix', () => {
    fc.assert(
      fc.property(likeIds, fc.constantFrom('arXiv:', 'arXiv: ', 'arxiv.', 'ARXIV '), (id, prefix) => {
        const mention = mentionsInText(`Word ${prefix}${id} word`).find(({ kind }) => kind === 'named');
        expect(mention?.id).toEqual(isIdByTheBook(id) ? parseId(id)?.id : undefined);
      }),
      { numRuns: 3000 },
    );
  });

  it('never more than it holds, in order and apart, whatever it is', () => {
    const pieces = fc.array(
      fc.oneof(
        likeIds,
        fc.constantFrom('arXiv:', ' ', ', ', '/', 'abs/', '10.48550/arXiv.', 'https://arxiv.org/abs/'),
        fc.string(),
      ),
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const possible = [...possibleMentions(text)];
        let last = 0;
        for (const { id, start, end } of mentionsInText(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(parseId(id)?.id).toBe(id);
          expect(possible.some((place) => place.start < end && place.end > start)).toBe(true);
          last = end;
        }
      }),
      { numRuns: 3000 },
    );
  });
});
