import { describe, expect, it } from 'vitest';
import { CITATION_STYLES } from '../../../../lib/exchange/citation/styles';
import type { Paper } from '../../../../lib/paper';

const TRACE: Paper = {
  id: '2504.07096',
  title: 'OLMoTrace: Tracing Language Model Outputs',
  authors: ['Jiacheng Liu', 'Laurens van der Maaten', 'Jean-Paul B. Doe Jr.', 'Gemma Team'],
  category: 'cs.CL',
  published: '2025-04-09',
};

function cite(name: string, paper: Partial<Paper> = {}): string | undefined {
  return CITATION_STYLES.find((style) => style.name === name)?.cite({ ...TRACE, ...paper });
}

const people = (count: number) => Array.from({ length: count }, (_, at) => `Ann ${String.fromCharCode(65 + at)}nson`);

describe('a citation in APA', () => {
  it.each<[string, Partial<Paper>, string]>([
    [
      'of a preprint',
      {},
      'Liu, J., van der Maaten, L., Doe, J.-P. B., Jr., & Gemma Team. (2025). OLMoTrace: Tracing Language Model Outputs (arXiv:2504.07096). arXiv. https://doi.org/10.48550/arXiv.2504.07096',
    ],
    [
      'of a paper that was published',
      { authors: ['Kurt Gödel'], title: 'Is it so?', venue: 'Proc. of the ACL', doi: '10.1000/182' },
      'Gödel, K. (2025). Is it so? Proc. of the ACL. https://doi.org/10.1000/182',
    ],
    [
      'of an old paper of nobody, by its id',
      { id: 'hep-th/9901001', title: '', authors: [], published: undefined } as unknown as Partial<Paper>,
      'arXiv:hep-th/9901001. (1999). arXiv. https://doi.org/10.48550/arXiv.hep-th/9901001',
    ],
  ])('%s', (_, paper, citation) => {
    expect(cite('APA', paper)).toBe(citation);
  });

  it('lists twenty authors, and of more the first nineteen and the last', () => {
    expect(cite('APA', { authors: people(20) })).toContain('Snson, A., & Tnson, A. (2025)');
    expect(cite('APA', { authors: people(21) })).toContain('Snson, A., . . . Unson, A. (2025)');
  });
});

describe('a citation as a Markdown link', () => {
  it('is the title', () => {
    expect(cite('Markdown link')).toBe('[OLMoTrace: Tracing Language Model Outputs](https://arxiv.org/abs/2504.07096)');
  });

  it('shows every sign of the title as it is', () => {
    const title = 'A [b](c) *d* _e_ `f` <i>g</i>\nh \\ i & $j$';
    expect(cite('Markdown link', { title })).toBe(
      '[A \\[b\\](c) \\*d\\* \\_e\\_ \\`f\\` \\<i\\>g\\</i\\> h \\\\ i \\& \\$j\\$](https://arxiv.org/abs/2504.07096)',
    );
  });
});

describe('a citation in BibTeX', () => {
  it('is an entry to be used as it is', () => {
    expect(cite('BibTeX')).toBe(`@misc{liu2025olmotrace,
  title = {{OLMoTrace: Tracing Language Model Outputs}},
  author = {Liu, Jiacheng and van der Maaten, Laurens and Doe, Jr., Jean-Paul B. and {Gemma Team}},
  year = {2025},
  month = apr,
  eprint = {2504.07096},
  archivePrefix = {arXiv},
  primaryClass = {cs.CL},
  url = {https://arxiv.org/abs/2504.07096}
}
`);
  });

  it.each([
    ['NeurIPS 2025 (Spotlight)', '@inproceedings', 'booktitle'],
    ['Proceedings of the 12th Workshop', '@inproceedings', 'booktitle'],
    ['ACL 2025 System Demonstrations', '@inproceedings', 'booktitle'],
    ['Phys. Rev. D 98, 030001 (2018)', '@article', 'journal'],
    ['Transactions of the ACL', '@article', 'journal'],
    ['J. Phys.: Conf. Ser. 123', '@article', 'journal'],
  ])('of a paper in %s is %s', (venue, type, field) => {
    const entry = cite('BibTeX', { venue, doi: '10.1000/a{b}%_c' });
    expect(entry).toMatch(new RegExp(`^${type}\\{`));
    expect(entry).toContain(`\n  ${field} = {${venue}},\n`);
    expect(entry).toContain('\n  doi = {10.1000/a%7Bb%7D%25_c},\n');
  });
});
