import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { risImporter } from '../../../../lib/exchange/ris/importer';
import { readAll } from '../files';
import { texts } from '../papers';

const read = (text: string) => readAll(risImporter, text);

const LANTERNS = {
  id: '2511.07317',
  title: 'Weighing Lanterns by Night',
  authors: ['Ada Lamp', 'Bo van der Wick', 'Lantern Collaboration'],
};

/** One paper as each program writes it, the line of it, and what more than the lanterns' facts it says. */
const STYLES: [string, string, number, { facts?: object; kept?: object }][] = [
  [
    'Zotero',
    `TY  - UNPB
TI  - Weighing Lanterns by Night
AU  - Lamp, Ada
AU  - van der Wick, Bo
AU  - Lantern Collaboration
AB  - We weigh lanterns.
They are heavy.
DA  - 2025/11/10/
PY  - 2025
DO  - 10.48550/arXiv.2511.07317
DP  - arXiv.org
PB  - arXiv
UR  - http://arxiv.org/abs/2511.07317
Y2  - 2025/11/12/09:30:00
N1  - <p>Mine.</p>
KW  - Lamps
KW  - to read
M2  - arXiv:2511.07317 [cs]
ER  - 

`,
    1,
    {
      facts: { abstract: 'We weigh lanterns. They are heavy.', published: '2025-11-10' },
      kept: { tags: ['Lamps', 'to read'], note: '<p>Mine.</p>' },
    },
  ],
  [
    'EndNote',
    `TY  - JOUR
AU  - Lamp, Ada
AU  - van der Wick, Bo
AU  - Lantern Collaboration,
DA  - Nov 10
DO  - 10.1103/PhysRevD.98.030001
KW  - Lamps
Night
PY  - 2025
SP  - 030001
ST  - Weighing
T2  - Phys. Rev. D
TI  - Weighing Lanterns by Night
UR  - https://arxiv.org/pdf/2511.07317v2
ID  - 17
ER  - 
`,
    1,
    { facts: { venue: 'Phys. Rev. D', doi: '10.1103/PhysRevD.98.030001' }, kept: { tags: ['Lamps', 'Night'] } },
  ],
  [
    'Mendeley',
    `TY  - JOUR
T1  - Weighing Lanterns by Night
A1  - Lamp, Ada
A1  - van der Wick, Bo
A1  - Lantern Collaboration
Y1  - 2025/11/10
JF  - arXiv preprint arXiv:2511.07317
N2  - We weigh lanterns.
ER  -
`,
    1,
    { facts: { abstract: 'We weigh lanterns.', published: '2025-11-10' } },
  ],
  [
    'ADS',
    `
TY  - PREPRINT
TI  - Weighing Lanterns by Night
AU  - Lamp, Ada
AU  - van der Wick, Bo
AU  - Lantern Collaboration
JO  - arXiv e-prints
SP  - arXiv:2511.07317
UR  - https://ui.adsabs.harvard.edu/abs/2025arXiv251107317L
ER  - 
`,
    2,
    {},
  ],
  [
    'DBLP',
    `Provider: dblp
Database: dblp computer science bibliography
Content: text/plain; charset="utf-8"

TY  - JOUR
ID  - DBLP:journals/corr/abs-2511-07317
AU  - Lamp, Ada
AU  - van der Wick, Bo
AU  - Lantern Collaboration
TI  - Weighing Lanterns by Night
JO  - CoRR
VL  - abs/2511.07317
PY  - 2025//
UR  - https://doi.org/10.48550/arXiv.2511.07317
ER  - 
`,
    5,
    {},
  ],
];

describe.each(STYLES)('a record as %s writes it', (_, file, line, { facts, kept }) => {
  it.each(['\n', '\r\n', '\r'])('is read, with lines that end in %j', async (end) => {
    expect(await read(file.replaceAll('\n', end))).toEqual([
      { kind: 'paper', place: { line }, facts: { ...LANTERNS, ...facts }, ...(kept && { kept }) },
    ]);
  });
});

const record = (...lines: string[]) => `TY  - JOUR\n${lines.join('\n')}\nER  - \n`;

describe('a paper is known', () => {
  it.each([
    'AN  - arXiv:2511.07317',
    'DB  - arXiv\nAN  - 2511.07317v2',
    'UR  - https://www.alphaxiv.org/abs/2511.07317',
    'UR  - https://example.org\nUR  - https://arxiv.org/abs/2511.07317',
    'L1  - https://arxiv.org/pdf/2511.07317',
    'M3  - 10.48550/arXiv.2511.07317',
    'M1  - arXiv:2511.07317',
    'T2  - CoRR\nVL  - abs/2511.07317',
    'N1  - arXiv:2511.07317 [cs.CL]\nN1  - Comment: 12 pages',
    'N1  - Comment: 12 pages\narXiv preprint arXiv:2511.07317',
    'AN  - arXiv:2511.07317\nUR  - https://arxiv.org/abs/2301.00001',
  ])('by %j', async (lines) => {
    expect(await read(record(lines))).toMatchObject([{ kind: 'paper', facts: { id: '2511.07317' } }]);
  });

  it.each([
    'AN  - 2301.00001',
    'N1  - Comment on arXiv:2301.00001',
    'AB  - We follow arXiv:2301.00001.',
    'TI  - A comment on arXiv:2301.00001',
    'KW  - arXiv:2301.00001',
    'UR  - https://example.org/2301.00001',
  ])('not by %j', async (lines) => {
    expect(await read(record(lines))).toEqual([
      {
        kind: 'skipped',
        place: { line: 1 },
        why: 'This record has no arXiv id; Manicule keeps papers of arXiv only. Add a line `AN  - arXiv:` with the id behind and import again.',
      },
    ]);
  });
});

/** A good one, with a paper of this number. */
const good = (number: number) => record(`AN  - arXiv:2511.0000${number}`);

describe('a bad record costs no other', () => {
  it('where its end is missing', async () => {
    const items = await read(`${good(1)}TY  - JOUR\nAN  - arXiv:2511.00002\n${good(3)}`);
    expect(items).toMatchObject([1, 2, 3].map((number) => ({ facts: { id: `2511.0000${number}` } })));
  });

  it('where the file breaks off, which is said', async () => {
    const items = await read(`${good(1)}TY  - JOUR\nAN  - arXiv:2511.00002\nTI  - Wei`);
    expect(items).toMatchObject([
      { facts: { id: '2511.00001' } },
      { facts: { id: '2511.00002', title: 'Wei' } },
      { kind: 'skipped', place: { line: 4 }, why: expect.stringContaining('The file ends within this record') },
    ]);
  });

  it.each([
    ['lines', 'a lamp\n'.repeat(700_000)],
    ['one line', 'a lamp '.repeat(700_000)],
    ['fields', 'N1  - a lamp\n'.repeat(700_000)],
  ])('where there is more of it than is held, in %s', async (_, lamps) => {
    const items = await read(`${record('AN  - arXiv:2511.00001', `AB  - ${lamps}`)}${good(2)}`);
    expect(items).toMatchObject([
      { kind: 'skipped', place: { line: 1 }, why: expect.stringContaining('longer than 4,000,000 letters') },
      { facts: { id: '2511.00002' } },
    ]);
  });
});

describe('a file of anything', () => {
  it('is read without a throw', async () => {
    const part = fc.oneof(
      texts,
      fc.constantFrom('\nTY  - JOUR\n', '\nER  - \n', '\nAN  - arXiv:2511.07317\n', '\nAU  - ', '\r'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(part), async (parts) => {
        for (const item of await read(parts.join(''))) expect(['paper', 'skipped']).toContain(item.kind);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the format is told', () => {
  it.each(['TY  - JOUR\nTI  - A', '\uFEFFTY  - JOUR\r\nTI', 'Provider: X\n\nTY  - CONF\n', 'TY - JOUR\n'])(
    'by %j',
    (head) => expect(risImporter.recognises(head)).toBe(true),
  );
  it.each(['', '@misc{a,', 'TYPE - x', '[{"TY": "JOUR"}]', '2511.07317\nTI  - A'])('not by %j', (head) =>
    expect(risImporter.recognises(head)).toBe(false),
  );
});
