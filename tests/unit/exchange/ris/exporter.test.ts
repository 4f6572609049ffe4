import { describe, expect, it } from 'vitest';
import { risExporter } from '../../../../lib/exchange/ris/exporter';
import { writeAll } from '../files';

describe('an RIS file', () => {
  it('has the tags that Zotero and EndNote read, the type first, the end last', () => {
    const paper = {
      id: '2504.07096',
      title: 'OLMoTrace',
      authors: ['Laurens van der Maaten', 'Bob Smith Jr.', 'Gemma Team'],
      abstract: 'We trace.',
      category: 'cs.CL',
      published: '2025-04-09',
      venue: 'ACL 2025 System Demonstrations',
      doi: '10.1000/182',
    };
    const record = {
      id: '2504.07096',
      state: 'read' as const,
      savedAt: 0,
      tags: ['a', 'b; c'],
      note: 'One.\n\nER  - not yet\n TI  - nor this',
    };
    expect(writeAll(risExporter, [{ paper, record }]).split('\r\n')).toEqual([
      'TY  - CONF',
      'ID  - vandermaaten2025olmotrace',
      'TI  - OLMoTrace',
      'AU  - van der Maaten, Laurens',
      'AU  - Smith, Bob, Jr.',
      'AU  - Gemma Team,',
      'PY  - 2025',
      'DA  - 2025/04/09',
      'T2  - ACL 2025 System Demonstrations',
      'DO  - 10.1000/182',
      'UR  - https://arxiv.org/abs/2504.07096',
      'DB  - arXiv',
      'AN  - arXiv:2504.07096',
      'AB  - We trace.',
      'KW  - a',
      'KW  - b; c',
      'N1  - One.',
      '',
      ' ER  - not yet',
      '  TI  - nor this',
      'M2  - categories: cs.CL',
      'M2  - published: 2025-04-09',
      'M2  - readstatus: read',
      'M2  - savedat: 1970-01-01T00:00:00.000Z',
      'ER  - ',
      '',
      '',
    ]);
  });
});
