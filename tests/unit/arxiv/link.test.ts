import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOSTS } from '../../../lib/arxiv/hosts';
import { parseId } from '../../../lib/arxiv/identifier';
import { idFromLink, mayNamePaper } from '../../../lib/arxiv/link';
import { likeIds } from './generated';

/** At least one for every row of the table of hosts. */
const NAMING: [href: string, id: string][] = [
  ['https://arxiv.org/abs/2511.07317', '2511.07317'],
  ['http://arxiv.org/abs/2511.07317v1', '2511.07317'],
  ['https://www.arxiv.org/abs/2511.07317?context=cs.LG', '2511.07317'],
  ['https://export.arxiv.org/abs/2511.07317', '2511.07317'],
  ['https://ARXIV.org/abs/2511.07317', '2511.07317'],
  ['https://arxiv.org/pdf/2511.07317v2.pdf#page=3', '2511.07317'],
  ['https://arxiv.org/pdf/2511.07317v2.pdf?download=1', '2511.07317'],
  ['https://arxiv.org/html/2511.07317v1#S3.T1', '2511.07317'],
  ['https://arxiv.org/abs/2511.07317/', '2511.07317'],
  ['https://arxiv.org/abs//2511.07317', '2511.07317'],
  ['https://arxiv.org/abs/arXiv:2511.07317', '2511.07317'],
  ['https://arxiv.org/abs/hep-th/9901001', 'hep-th/9901001'],
  ['https://arxiv.org/abs/hep-th//9901001', 'hep-th/9901001'],
  ['https://arxiv.org/pdf/math/0309136v2', 'math/0309136'],
  ['https://arxiv.org/abs/math.GT/0309136', 'math/0309136'],
  ['https://arxiv.org/abs/math%2F0008020v2', 'math/0008020'],
  ['https://arxiv.org/e-print/2511.07317', '2511.07317'],
  ['https://arxiv.org/format/2511.07317v2', '2511.07317'],
  ['https://arxiv.org/src/2511.07317/anc/data.csv', '2511.07317'],
  ['https://arxiv.org/ps/hep-th/9901001', 'hep-th/9901001'],
  ['https://arxiv.org/tb/2511.07317', '2511.07317'],
  ['https://arxiv.org/bibtex/2511.07317', '2511.07317'],
  ['https://arxiv.org/ftp/cond-mat/papers/0408/0408502.pdf', 'cond-mat/0408502'],
  ['https://arxiv.org/ftp/arxiv/papers/1110/1110.2832.pdf', '1110.2832'],
  ['https://xxx.lanl.gov/abs/cond-mat/0408502', 'cond-mat/0408502'],
  ['http://in.arXiv.org/abs/math.GT/0410047', 'math/0410047'],
  ['https://ar5iv.labs.arxiv.org/html/2511.07317', '2511.07317'],
  ['https://ar5iv.org/abs/hep-th/9901001', 'hep-th/9901001'],
  ['https://www.alphaxiv.org/abs/2511.07317v2', '2511.07317'],
  ['https://www.alphaxiv.org/overview/2511.07317', '2511.07317'],
  ['https://huggingface.co/papers/2511.07317', '2511.07317'],
  ['https://hf.co/papers/2511.07317#community', '2511.07317'],
  ['https://doi.org/10.48550/arXiv.2511.07317', '2511.07317'],
  ['https://dx.doi.org/10.48550/arxiv.2511.07317', '2511.07317'],
  ['https://doi.org/10.48550%2FarXiv.2511.07317', '2511.07317'],
  ['https://scirate.com/arxiv/2511.07317', '2511.07317'],
  ['https://www.semanticscholar.org/arxiv/2511.07317', '2511.07317'],
  ['https://api.semanticscholar.org/arXiv:2511.07317', '2511.07317'],
  ['https://ui.adsabs.harvard.edu/abs/2023arXiv230101234S/abstract', '2301.01234'],
  ['https://ui.adsabs.harvard.edu/abs/arXiv:2301.01234', '2301.01234'],
  ['https://inspirehep.net/arxiv/2511.07317', '2511.07317'],
  ['https://dblp.org/rec/journals/corr/abs-2301-01234.html', '2301.01234'],
  ['https://dblp.uni-trier.de/rec/bibtex/journals/corr/abs-2301-01234', '2301.01234'],
  ['https://dblp.org/rec/journals/corr/abs-hep-th-9901001', 'hep-th/9901001'],
  ['https://www.emergentmind.com/papers/2511.07317', '2511.07317'],
  ['https://www.catalyzex.com/paper/arxiv:2511.07317', '2511.07317'],
  ['https://www.google.com/url?q=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317&sa=D', '2511.07317'],
  ['https://www.google.co.uk/url?url=https://arxiv.org/abs/2511.07317', '2511.07317'],
  ['https://l.facebook.com/l.php?u=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317&h=x', '2511.07317'],
  ['https://slack-redir.net/link?url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317', '2511.07317'],
  [
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2F2511.07317&data=x',
    '2511.07317',
  ],
];

const NAMING_NOTHING = [
  'https://arxiv.org/list/cs.CL/recent',
  'https://arxiv.org/a/hajishirzi_h_1',
  'https://arxiv.org/abs/2513.07317',
  'https://arxiv.org/abs/2511.073171',
  'https://arxiv.org/year/math/2007',
  'https://huggingface.co/papers/date/2024-01-05',
  'https://huggingface.co/papers?date=2511.07317',
  'https://example.org/%E0%A4%A',
  'https://arxiv.org/abs/%E0%A4%A2511.07317',
  'https://example.org/abs/2511.07317',
  'https://arxiv.org.example.com/abs/2511.07317',
  'https://notarxiv.org/abs/2511.07317',
  'https://arxiv.org@example.com/abs/2511.07317',
  'https://example.com/https://arxiv.org/abs/2511.07317',
  'https://doi.org/10.1103/PhysRevD.1105.32111',
  'https://github.com/org/repo/issues/1234567',
  'https://dblp.org/rec/conf/acl/2301-01234',
  'javascript:"https://arxiv.org/abs/2511.07317"',
  'mailto:2511.07317@arxiv.org',
  'https://',
  '',
];

describe('idFromLink', () => {
  it.each(NAMING)('%s', (href, id) => {
    expect(idFromLink(href)?.id).toBe(id);
    expect(mayNamePaper(href)).toBe(true);
  });

  it.each(NAMING_NOTHING)('nothing: %s', (href) => {
    expect(idFromLink(href)).toBeUndefined();
  });

  it('has a case for every row of the table of hosts', () => {
    const paths = NAMING.map(([href]) => new URL(href)).map(({ pathname, search }) => pathname + search);
    const unproved = HOSTS.filter(({ names }) => !paths.some((path) => names.test(path)));
    expect(unproved).toEqual([]);
  });

  it('reads relative links by the page they stand on', () => {
    expect(idFromLink('/abs/2511.07317', 'https://arxiv.org/list/cs.CL/recent')?.id).toBe('2511.07317');
    expect(idFromLink('//arxiv.org/abs/2511.07317', 'https://en.wikipedia.org/wiki/Olmo')?.id).toBe('2511.07317');
    expect(idFromLink('/abs/2511.07317', 'https://example.org/')).toBeUndefined();
    expect(idFromLink('/abs/2511.07317')).toBeUndefined();
  });

  it('keeps the version for display', () => {
    expect(idFromLink('https://arxiv.org/pdf/2511.07317v3')).toEqual({ id: '2511.07317', version: 3 });
  });

  it('gives up on redirects that lead on and on', () => {
    let href = 'https://arxiv.org/abs/2511.07317';
    for (let count = 0; count < 10; count++) href = `https://www.google.com/url?q=${encodeURIComponent(href)}`;
    expect(idFromLink(href)).toBeUndefined();
  });

  it('agrees with the grammar of ids on arXiv, for any id', () => {
    fc.assert(
      fc.property(likeIds, fc.constantFrom('abs', 'pdf', 'html'), (id, form) => {
        expect(idFromLink(`https://arxiv.org/${form}/${id}`)?.id).toBe(parseId(id)?.id);
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl({ withQueryParameters: true, withFragments: true })), (href) => {
        expect(() => idFromLink(href, 'https://arxiv.org/')).not.toThrow();
      }),
    );
  });
});
