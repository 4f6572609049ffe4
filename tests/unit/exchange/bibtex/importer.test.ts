import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexImporter } from '../../../../lib/exchange/bibtex/importer';
import { readAll } from '../files';
import { texts } from '../papers';

const read = (text: string) => readAll(bibtexImporter, text);

/** The ids of the papers of a file, and of what was skipped the line. */
async function outline(text: string): Promise<(string | number | undefined)[]> {
  return (await read(text)).map((item) => (item.kind === 'paper' ? item.facts.id : item.place.line));
}

const LANTERNS = {
  id: '2511.07317',
  title: 'Weighing Lanterns by Night: An $\\alpha$-Stable Case',
  authors: ['Ada Lamp', 'Bo van der Wick', 'Lantern Collaboration', 'José Luz Jr.'],
};

/** One paper as each program writes it, and what more than the lanterns' facts it says. */
const STYLES: [string, string, { facts?: object; kept?: object }][] = [
  [
    'arXiv',
    String.raw`@misc{lamp2025weighinglanterns,
      title={Weighing Lanterns by Night: An $\alpha$-Stable Case},
      author={Ada Lamp and Bo van der Wick and {Lantern Collaboration} and Jos\'e Luz Jr.},
      year={2025},
      eprint={2511.07317},
      archivePrefix={arXiv},
      primaryClass={cs.CL},
      url={https://arxiv.org/abs/2511.07317},
}`,
    { facts: { category: 'cs.CL' } },
  ],
  [
    'Zotero',
    String.raw`
@misc{lampWeighingLanternsNight2025,
	title = {Weighing {Lanterns} by {Night}: {An} $\alpha$-{Stable} {Case}},
	shorttitle = {Weighing {Lanterns}},
	url = {http://arxiv.org/abs/2511.07317},
	doi = {10.48550/arXiv.2511.07317},
	abstract = {We weigh lanterns.
They are heavy, at 50\%.},
	urldate = {2025-11-12},
	publisher = {arXiv},
	author = {Lamp, Ada and van der Wick, Bo and {Lantern Collaboration} and Luz, Jr., Jos{\'e}},
	month = nov,
	year = {2025},
	note = {arXiv:2511.07317 [cs]},
	keywords = {Computer Science - Computation and Language, to read},
	annote = {Comment: 12 pages},
	file = {Full Text:/home/ada/2301.00001.pdf:application/pdf},
}`,
    {
      facts: { abstract: 'We weigh lanterns. They are heavy, at 50%.' },
      kept: { tags: ['Computer Science - Computation and Language', 'to read'], note: 'Comment: 12 pages' },
    },
  ],
  [
    'JabRef',
    String.raw`% Encoding: UTF-8

@Article{Lamp2025,
  author        = {Ada Lamp and Bo {van der Wick} and {Lantern Collaboration} and Luz, Jr., Jos{\'{e}}},
  title         = {Weighing {Lanterns} by Night: An \(x\)$\alpha$-Stable Case},
  date          = {2025-11-10},
  eprint        = {2511.07317v2},
  eprintclass   = {cs.CL},
  eprinttype    = {arXiv},
  groups        = {lamps},
  readstatus    = {skimmed},
  comment       = {Mine.},
}

@Comment{jabref-meta: databaseType:biblatex;}`,
    {
      facts: {
        title: 'Weighing Lanterns by Night: An $x$$\\alpha$-Stable Case',
        published: '2025-11-10',
        category: 'cs.CL',
      },
      kept: { state: 'reading', note: 'Mine.' },
    },
  ],
  [
    'Google Scholar',
    String.raw`@article{lamp2025weighing,
  title={Weighing Lanterns by Night: An $$\backslash$alpha $-Stable Case},
  author={Lamp, Ada and van der Wick, Bo and {Lantern Collaboration} and Luz Jr, Jos{\'e}},
  journal={arXiv preprint arXiv:2511.07317},
  year={2025}
}`,
    {
      facts: {
        title: 'Weighing Lanterns by Night: An $$\\backslash$alpha $-Stable Case',
        authors: [...LANTERNS.authors.slice(0, 3), 'José Luz Jr'],
      },
    },
  ],
  [
    'DBLP',
    String.raw`@article{DBLP:journals/corr/abs-2511-07317,
  author       = {Ada Lamp and
                  Bo van der Wick and
                  {Lantern Collaboration} and
                  Jos{\'{e}} {Luz Jr.}},
  title        = {Weighing Lanterns by Night: An {\(\alpha\)}-Stable Case},
  journal      = {CoRR},
  volume       = {abs/2511.07317},
  year         = {2025},
  timestamp    = {Mon, 24 Nov 2025 21:14:50 +0100},
  biburl       = {https://dblp.org/rec/journals/corr/abs-2301-00001.bib},
  bibsource    = {dblp computer science bibliography, https://dblp.org}
}`,
    {},
  ],
  [
    'INSPIRE',
    String.raw`@article{Lamp:2025abc,
    author = "Lamp, Ada and van der Wick, Bo and {Lantern Collaboration} and Luz, Jr., Jos\'e",
    collaboration = "LANTERN",
    title = "{Weighing Lanterns by Night: An $\alpha$-Stable Case}",
    eprint = "2511.07317",
    archivePrefix = "arXiv",
    primaryClass = "hep-th",
    doi = "10.1103/PhysRevD.98.030001",
    journal = "Phys. Rev. D",
    volume = "98",
    year = "2025"
}`,
    { facts: { category: 'hep-th', venue: 'Phys. Rev. D', doi: '10.1103/PhysRevD.98.030001' } },
  ],
  [
    'ADS',
    String.raw`@ARTICLE{2025arXiv251107317L,
       author = {{Lamp}, Ada and {van der Wick}, Bo and {Lantern Collaboration} and {Luz}, Jr., Jos{\'e}},
        title = "{Weighing Lanterns by Night: An $\alpha$-Stable Case}",
      journal = {arXiv e-prints},
     keywords = {Lamps},
         year = 2025,
        month = nov,
          eid = {arXiv:2511.07317},
        pages = {arXiv:2511.07317},
       adsurl = {https://ui.adsabs.harvard.edu/abs/2025arXiv251107317L},
      adsnote = {Provided by the SAO/NASA Astrophysics Data System}
}`,
    { kept: { tags: ['Lamps'] } },
  ],
  [
    'Mendeley',
    String.raw`@article{Lamp2025,
abstract = {We weigh \{lanterns\}.},
archivePrefix = {arXiv},
arxivId = {2511.07317},
author = {Lamp, Ada and van der Wick, Bo and {Lantern Collaboration} and Luz, Jr., Jos{\'{e}}},
eprint = {2511.07317},
file = {:C$\backslash$:/Users/ada/2511.07317.pdf:pdf},
mendeley-tags = {lamps;night},
title = {{Weighing Lanterns by Night: An $\alpha$-Stable Case}},
url = {http://arxiv.org/abs/2511.07317},
year = {2025}
}`,
    { facts: { abstract: 'We weigh {lanterns}.' }, kept: { tags: ['lamps', 'night'] } },
  ],
  [
    'Semantic Scholar',
    String.raw`@article{Lamp2025WeighingLB,
  title={Weighing Lanterns by Night: An $\alpha$-Stable Case},
  author={Ada Lamp and Bo van der Wick and {Lantern Collaboration} and Jos{\'e} Luz Jr.},
  journal={ArXiv},
  year={2025},
  volume={abs/2511.07317},
  url={https://api.semanticscholar.org/CorpusID:123456789}
}`,
    {},
  ],
  [
    'EndNote',
    String.raw`@article{RN17,
   author = {Lamp, Ada and van der Wick, Bo and {Lantern Collaboration} and Luz, Jr., José},
   title = {Weighing Lanterns by Night: An $\alpha$-Stable Case},
   journal = {arXiv preprint arXiv:2511.07317},
   year = {2025},
   type = {Journal Article}
}`,
    {},
  ],
];

describe.each(STYLES)('an entry as %s writes it', (_, file, { facts, kept }) => {
  it('is read', async () => {
    expect(await read(file)).toEqual([
      {
        kind: 'paper',
        place: { line: 1 + file.slice(0, /@(?!Comment)/.exec(file)?.index).split('\n').length - 1 },
        facts: { ...LANTERNS, ...facts },
        ...(kept && { kept }),
      },
    ]);
  });
});

describe('a paper is known', () => {
  it.each([
    ['eprint = {arXiv:2511.07317v3}', '2511.07317'],
    ['eprint = {http://arxiv.org/abs/2511.07317}', '2511.07317'],
    ['eprint = {hep-th/9901001}, archiveprefix = {arXiv}', 'hep-th/9901001'],
    ['eprint = {9901001}, archiveprefix = {arXiv}, primaryclass = {hep-th}', 'hep-th/9901001'],
    ['eprint = {9901001}, archiveprefix = {hep-th}', 'hep-th/9901001'],
    ['doi = {10.48550/ARXIV.2511.07317}', '2511.07317'],
    ['doi = {https://doi.org/10.48550/arXiv.2511.07317}', '2511.07317'],
    [String.raw`howpublished = {\url{https://arxiv.org/pdf/2511.07317v2.pdf}}`, '2511.07317'],
    ['url = {https://ar5iv.org/html/2511.07317}', '2511.07317'],
    ['number = {arXiv:2511.07317}', '2511.07317'],
    ['publisher = {arXiv}, number = {2511.07317}', '2511.07317'],
    ['journal = {arXiv}, volume = {2511.07317}', '2511.07317'],
    ['journal = {arXiv:hep-th/9901001}', 'hep-th/9901001'],
    ['note = {arXiv:2511.07317 [cs.CL]}', '2511.07317'],
    ['note = {arXiv preprint arXiv:2511.07317, accepted at the Workshop on Lamps}', '2511.07317'],
    [String.raw`note = {Also available at \url{https://arxiv.org/abs/2511.07317}}`, '2511.07317'],
    ['eprint = {2511.07317}, url = {https://arxiv.org/abs/2301.00001}', '2511.07317'],
  ])('by %s', async (fields, id) => {
    expect(await outline(`@misc{key, title = {Lamps}, ${fields}}`)).toEqual([id]);
  });

  it.each([
    'note = {Comment on arXiv:2301.00001}',
    'note = {arXiv:2301.00001 is extended here}',
    'note = {Erratum to https://arxiv.org/abs/2301.00001}',
    'abstract = {We follow arXiv:2301.00001.}',
    'title = {A comment on arXiv:2301.00001}',
    'annote = {arXiv:2301.00001}',
    'file = {arXiv:2301.00001}',
    'keywords = {arXiv:2301.00001}',
    'related = {arXiv:2301.00001}',
    'eprint = {2301.00001}, eprinttype = {pubmed}',
    'url = {https://example.org/2301.00001}',
    'number = {2301.00001}',
    'pages = {2301.00001}',
  ])('not by %s', async (fields) => {
    expect(await read(`\n@misc{key, title = {Lamps}, ${fields}}`)).toEqual([
      {
        kind: 'skipped',
        place: { line: 2 },
        why: 'This entry has no arXiv id; Manicule keeps papers of arXiv only. Add an `eprint` field with the id and import again.',
      },
    ]);
  });
});

describe('the grammar', () => {
  it.each<[string, string, object]>([
    ['parentheses around an entry', '@misc(key, eprint = {2511.07317}, title = "a) {"} {b})")', { title: 'a) " b)' }],
    ['an entry on one line with others', '@misc{a, title={A}, eprint={2511.07317}}@comment{x}', { title: 'A' }],
    ['names of types and fields in any case', '@MISC{key, TITLE = {A}, ePrint = {2511.07317}}', { title: 'A' }],
    ['no key', '@misc{, title = {A}, eprint = {2511.07317}}', { title: 'A' }],
    ['a comma after the last field', '@misc{key, title = {A}, eprint = {2511.07317},,}', { title: 'A' }],
    ['a bare number', '@misc{key, title = 1984, eprint = {2511.07317}}', { title: '1984' }],
    ['braces that are letters', String.raw`@misc{key, title = {a \{ b}, eprint = {2511.07317}}`, { title: 'a { b' }],
    [
      'comments of TeX',
      '@misc{key, % why\n title = {100% of it}, % so\n eprint = {2511.07317}}',
      { title: '100% of it' },
    ],
    [
      'strings',
      '@string{n = "Night"} @STRING(l = n # { Lamps})\n@misc{k, title = "A " # L # { }#n, eprint={2511.07317}}',
      { title: 'A Night Lamps Night' },
    ],
    ['a string that nobody defined', '@misc{k, eprint={2511.07317}, journal = prl, month = nov}', { venue: 'prl' }],
    [
      'two fields of one name, of which the first counts',
      '@misc{k, title={A}, title={B}, eprint={2511.07317}}',
      { title: 'A' },
    ],
    ['a preamble', '@preamble{"\\newcommand{\\x}{y}"}\n@misc{k, title={A}, eprint={2511.07317}}', { title: 'A' }],
    [
      'what stands between entries',
      'Ada <ada@lamp.example> wrote:\n@misc{k, title={A}, eprint={2511.07317}} tail }',
      { title: 'A' },
    ],
    [
      'a mark of byte order and old ends of lines',
      '\uFEFF% x\r@misc{k,\rtitle={A\r\nB}, eprint={2511.07317}}',
      { title: 'A B' },
    ],
    ['a date in its parts', '@misc{k, year=2025, month=nov, day=3, eprint={2511.07317}}', { published: '2025-11-03' }],
    [
      'names that no object has',
      '@misc{__proto__, constructor = {x}, __proto__ = {y}, title={A}, eprint={2511.07317}}',
      { title: 'A' },
    ],
  ])('has %s', async (_, file, facts) => {
    const items = await read(file);
    expect(items.map((item) => item.kind === 'paper' && item.facts)).toEqual([{ id: '2511.07317', ...facts }]);
  });
});

/** A good one, with a paper of this number. */
const good = (number: number) => `@misc{good${number},\n  eprint = {2511.0000${number}}\n}\n`;

describe('a bad entry costs no other, and its line is told', () => {
  it.each([
    ['@misc{bad,\n  title {A}\n}', 5, 'Expected `=` after `title`'],
    ['@misc{bad,\n  title = {A}\n  year = 2025\n}', 6, 'Expected a comma after the field `title`'],
    ['@misc{bad,\n  title = ,\n}', 5, 'Expected a value for `title` in braces or quotes'],
    ['@misc{bad key,\n  title = {A}\n}', 4, 'Expected a comma after the key `bad`'],
    ['@misc{title = {A}}', 4, 'Expected a comma after the key `title`'],
    ['@misc{bad,\n  title = "A {" }\n', 4, 'This entry is not closed before the next entry begins in line 7'],
    ['@misc{bad,\n  title = {A\n}\n', 4, 'This entry is not closed before the next entry begins in line 8'],
    ['@misc{bad,\n  title = {A}}}}\n@string{x = }', 6, 'Expected a value for `x`'],
  ])('%j', async (bad, line, why) => {
    const items = await read(`${good(1)}${bad}\n${good(2)}${good(3)}`);
    const skipped = items.filter((item) => item.kind === 'skipped');
    expect(skipped.map(({ place }) => place.line)).toContain(line);
    expect(skipped.find(({ place }) => place.line === line)?.why).toContain(why);
    const found = items.flatMap((item) => (item.kind === 'paper' ? item.facts.id : []));
    expect(found).toEqual(['2511.00001', '2511.00002', '2511.00003']);
  });

  it('also where the file breaks off', async () => {
    expect(await outline(`${good(1)}@misc{cut,\n title = {A`)).toEqual(['2511.00001', 4]);
  });

  it('also where strings are made of each other without end', async () => {
    const bombs = Array.from({ length: 60 }, (_, at) => `@string{s${at + 1} = s${at} # s${at}}\n`).join('');
    const items = await read(`@string{s0 = {boom}}\n${bombs}${good(1)}`);
    expect(items.at(-1)).toMatchObject({ facts: { id: '2511.00001' } });
    expect(items[0]).toMatchObject({ kind: 'skipped', why: expect.stringContaining('Expected less than 4,000,000') });
  });

  it('also where one has no end within all that is held', async () => {
    const items = await read(`@misc{bad, title = {${'lamp\n'.repeat(1_000_000)}\n${good(1)}`);
    expect(items).toMatchObject([
      { kind: 'skipped', place: { line: 1 }, why: expect.stringContaining('not closed within 4,000,000 letters') },
      { facts: { id: '2511.00001' } },
    ]);
  });
});

describe('a file of anything', () => {
  it('is read without a throw', async () => {
    const part = fc.oneof(
      texts,
      fc.constantFrom('@misc{a,', '@string{a=', 'eprint={2511.07317}', '}', '#', '"', '(', ')', ','),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part), async (parts) => {
        for (const item of await read(parts.join(''))) expect(['paper', 'skipped']).toContain(item.kind);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['', '@misc{a,'],
    ['', '@'],
    ['', '{'],
    ['', '@misc{a,b={'],
    ['', '@misc('],
    ['', '@a{b,c="'],
    ['', '@misc{a,eprint={2511.07317}}'],
    ['', '\n@misc{a,\n'],
    ['', '@string{a=a#'],
    ['@a{', ' '],
    ['@a{b', '\t'],
    ['@a{b,c={x},', '%\n'],
    ['@a{b,author={', ' and'],
    ['@a{b,author={', '  '],
    ['@a{b,title={', '\\'],
  ])('in time that grows with its length: %j and %j again and again', async (start, part) => {
    const started = performance.now();
    await read(start + part.repeat(400_000 / part.length));
    await read(`${start}${part.repeat(400_000 / part.length)}}}\n`);
    expect(performance.now() - started).toBeLessThan(15_000);
  });
});

describe('the format is told', () => {
  it.each([
    '@article{a,',
    '% Encoding: UTF-8\n\n@Article{a,',
    '@string{a = "b"}',
    '  @misc{ a ,',
    '@comment{x}',
    '@misc(a,',
  ])('by %j', (head) => expect(bibtexImporter.recognises(head)).toBe(true));
  it.each(['', 'TY  - JOUR', '[{"id": 1}]', 'ada@lamp.example', '@ada wrote {this}', '2511.07317'])(
    'not by %j',
    (head) => expect(bibtexImporter.recognises(head)).toBe(false),
  );
});
