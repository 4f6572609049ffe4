import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bibtexExporter } from '../../../../lib/exchange/bibtex/exporter';
import { bibtexEntry } from '../../../../lib/exchange/bibtex/entry';
import type { Kept } from '../../../../lib/exchange/format';
import { ACCENTS, LETTERS, MATH_SIGNS, SIGNS } from '../../../../lib/exchange/latex/signs';
import { writeAll } from '../files';
import { keptPapers } from '../papers';

/** The programs for which the files are meant. Those that this machine has not are left out. */
const folder = mkdtempSync(join(tmpdir(), 'manicule-bibtex-'));
afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  return `${stdout}${stderr}\nstatus ${status}`;
}

const has = (program: string, ...args: string[]) => run(program, ...args).endsWith('status 0');
const hasBibtex = has('bibtex', '--version') && has('kpsewhich', 'plain.bst');
const hasBiber = has('biber', '--version');
const hasLatex = hasBibtex && has('pdflatex', '--version') && has('kpsewhich', 'ecrm1000.tfm');

const kept = fc.sample(keptPapers, { numRuns: 1000, seed: 7 });
const papers = [...new Map(kept.map((each) => [each.paper.id, each])).values()].map(({ paper, ...rest }) => ({
  ...rest,
  // Every style wants somebody by whose name to sort.
  paper: { ...paper, authors: ['Ana Ünal', ...paper.authors] },
}));
const file = writeAll(bibtexExporter, papers);
writeFileSync(join(folder, 'library.bib'), file);

/** A paper whose title and names have every sign that has a command, and letters with each accent. */
const signs = [...LETTERS.keys(), ...SIGNS.keys(), ...MATH_SIGNS.keys(), '₂', '⁵', ...'&%$#_'].join(' ');
const accented = [...ACCENTS.keys()]
  .flatMap((mark) => [`o${mark}`, `s${mark}`, `i${mark}`, `E${mark}`])
  .join(' ')
  .normalize();
const everySign: Kept = {
  paper: {
    id: '2301.00001',
    title: `${signs} ${accented} ế ệ ǘ $\\alpha_{i}$`,
    authors: [
      'Kurt Gödel',
      'Jiří Čapek',
      'Thị Nguyễn',
      'danah boyd',
      'Łukasz van der Ørsted Jr.',
      'ATLAS Collaboration',
    ],
    venue: 'Phys. & Math. Rev. #1',
  },
};

describe('the BibTeX file of a thousand papers', () => {
  it('is of good form by the rules of the program itself, with unique keys and nothing that TeX would stumble over', () => {
    const entries = entriesByBibtex(file);
    expect(entries.map(({ fields }) => fields.get('eprint'))).toEqual(papers.map(({ paper }) => paper.id));
    expect(new Set(entries.map(({ key }) => key)).size).toBe(papers.length);
    for (const { fields } of entries) {
      expect([...fields.keys()]).not.toContain('no field');
      expect([...fields.keys()]).toEqual(expect.arrayContaining(['title', 'year', 'month', 'archivePrefix', 'url']));
      for (const [name, value] of fields) {
        const text = value.replace(/\\[^]|\$(?:[^$\\]|\\[^])*\$/g, '');
        if (!/^(?:doi|url|eprint)$/.test(name)) expect(text).not.toMatch(/[&%$#_^\\]/);
      }
    }
  });

  if (hasBibtex) {
    it('is taken by BibTeX', () => {
      writeFileSync(join(folder, 'library.aux'), '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{library}\n');
      const said = run('bibtex', 'library');
      const faults = said.split('\n').filter((line) => /Warning--|error|I /i.test(line));
      expect(faults).toEqual([]);
      const cited = readFileSync(join(folder, 'library.bbl'), 'utf8').match(/\\bibitem\{.*?\}/g);
      expect(cited).toHaveLength(papers.length);
    });
  }

  if (hasBiber) {
    it('is taken by biber', () => {
      const said = run('biber', '--tool', '--output-file', 'read.bib', 'library.bib');
      expect(said.split('\n').filter((line) => /^(?:WARN|ERROR)/.test(line))).toEqual([]);
      expect(readFileSync(join(folder, 'read.bib'), 'utf8').match(/^@\w+\{/gm)).toHaveLength(papers.length);
    });

    it('has accents that biber understands', () => {
      writeFileSync(join(folder, 'signs.bib'), bibtexEntry(everySign.paper));
      run('biber', '--tool', '--output-file', 'signs-read.bib', 'signs.bib');
      const read = readFileSync(join(folder, 'signs-read.bib'), 'utf8');
      for (const name of ['Gödel, Kurt', 'Čapek, Jiří', 'Nguyễn, Thị', '{boyd}, danah']) expect(read).toContain(name);
      expect(read).toContain('ế ệ ǘ');
    });
  }

  if (hasLatex) {
    it('has signs that pdfLaTeX sets', () => {
      writeFileSync(join(folder, 'signs.bib'), bibtexEntry(everySign.paper));
      writeFileSync(
        join(folder, 'signs.tex'),
        '\\documentclass{article}\\usepackage[T1]{fontenc}\\begin{document}\\nocite{*}\\bibliographystyle{plain}\\bibliography{signs}\\end{document}',
      );
      run('pdflatex', '-interaction=batchmode', 'signs');
      run('bibtex', 'signs');
      const said = run('pdflatex', '-interaction=batchmode', 'signs');
      const log = readFileSync(join(folder, 'signs.log'), 'utf8');
      expect(log.split('\n').filter((line) => line.startsWith('!'))).toEqual([]);
      expect(log).toContain('Output written on signs.pdf (1 page');
      expect(said).toMatch(/status 0$/);
    }, 120_000);
  }
});

/** Tells entries and fields apart as the program BibTeX does, which counts braces after a backslash too. */
function entriesByBibtex(text: string): { key: string; fields: Map<string, string> }[] {
  const entries = [];
  const start = /@(?:misc|article|inproceedings)\{([a-z0-9.-]+),\n/y;
  for (let found = start.exec(text); found; found = start.exec(text)) {
    const fields = new Map<string, string>();
    let depth = 1;
    let part = '';
    let at = start.lastIndex;
    for (; at < text.length && depth > 0; at++) {
      const sign = text[at] ?? '';
      if (sign === '{') depth++;
      if (sign === '}') depth--;
      if (depth === 0 || (depth === 1 && sign === ',')) {
        const [, name = 'no field', value = ''] = /^\s*(\w+) = (\{[^]*\}|[a-z]{3})\s*$/.exec(part) ?? [];
        fields.set(name, value.replace(/^\{([^]*)\}$/, '$1'));
        part = '';
      } else part += sign;
    }
    entries.push({ key: found[1] ?? '', fields });
    start.lastIndex = at + (/^\s*/.exec(text.slice(at, at + 9))?.[0].length ?? 0);
  }
  return entries;
}
