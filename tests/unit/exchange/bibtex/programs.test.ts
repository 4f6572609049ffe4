import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { bibtexEntry } from '../../../../lib/exchange/bibtex/entry';
import { bibtexExporter } from '../../../../lib/exchange/bibtex/exporter';
import { ACCENTS, LETTERS, MATH_SIGNS, SIGNS } from '../../../../lib/exchange/latex/signs';
import { writeAll } from '../files';
import { keptPapers } from '../papers';

const folder = mkdtempSync(join(tmpdir(), 'manicule-bibtex-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kept = fc.sample(keptPapers, { numRuns: 400, seed: 7 });
for (const { paper } of kept) {
  // Every style wants somebody by whose name to sort.
  paper.authors = ['Ana Ünal', ...paper.authors];
}
const papers = [...new Map(kept.map((each) => [each.paper.id, each])).values()];
const library = writeAll(bibtexExporter, papers);
write('library.bib', library);

/** A paper whose title and names have every sign that has a command, and letters with each accent. */
const signs = [...LETTERS.keys(), ...SIGNS.keys(), ...MATH_SIGNS.keys(), '₂', '⁵', ...'&%$#_'].join(' ');
const accents = Array.from(ACCENTS.keys(), (mark) => `o${mark} s${mark} i${mark} E${mark}`)
  .join(' ')
  .normalize();
const entry = bibtexEntry({
  id: '2301.00001',
  title: `${signs} ${accents} ế ệ ǘ $\\alpha_{i}$`,
  authors: ['Kurt Gödel', 'Jiří Čapek', 'Thị Nguyễn', 'danah boyd', 'Łukasz van der Ørsted Jr.', 'ATLAS Collaboration'],
  venue: 'Phys. & Math. Rev. #1',
});
write('signs.bib', entry);

/** The programs for which the files are meant, what each needs on a machine, and what it finds wrong with them. */
const PROGRAMS = [
  {
    name: 'BibTeX',
    needs: ['bibtex --version', 'kpsewhich plain.bst'],
    faults() {
      write('library.aux', '\\citation{*}\n\\bibstyle{plain}\n\\bibdata{library}\n');
      const said = run('bibtex library').filter((line) => /Warning--|error/i.test(line));
      const cited = read('library.bbl').match(/\\bibitem\{.*?\}/g);
      return [...said, ...papers.slice(cited?.length).map(({ paper }) => `${paper.id} is missing, or one before it`)];
    },
  },
  {
    name: 'biber',
    needs: ['biber --version'],
    faults() {
      const said = ['library', 'signs'].flatMap((name) => run(`biber --tool --output-file ${name}.out ${name}.bib`));
      const count = read('library.out').match(/^@\w+\{/gm)?.length;
      const known = ['Gödel, Kurt', 'Čapek, Jiří', 'Nguyễn, Thị', '{boyd}, danah', 'ế ệ ǘ'];
      return [
        ...said.filter((line) => /^(?:WARN|ERROR)/.test(line)),
        ...papers.slice(count).map(({ paper }) => `${paper.id} is missing, or one before it`),
        ...known.filter((text) => !read('signs.out').includes(text)),
      ];
    },
  },
  {
    name: 'pdfLaTeX',
    needs: ['pdflatex --version', 'bibtex --version', 'kpsewhich plain.bst', 'kpsewhich ecrm1000.tfm'],
    faults() {
      write(
        'signs.tex',
        '\\documentclass{article}\\usepackage[T1]{fontenc}\\begin{document}\\nocite{*}\\bibliographystyle{plain}\\bibliography{signs}\\end{document}',
      );
      for (const command of ['pdflatex -interaction=batchmode signs', 'bibtex signs']) run(command);
      const status = run('pdflatex -interaction=batchmode signs').at(-1) ?? '';
      return [...(read('signs.log').match(/^!.*/gm) ?? []), ...(status === 'status 0' ? [] : [status])];
    },
  },
].filter(({ needs }) => needs.every((command) => run(command).at(-1) === 'status 0'));

describe('the BibTeX file of four hundred papers', () => {
  it('is of good form by the rules of the program itself, with unique keys and nothing that TeX stumbles over', () => {
    const entries = entriesByBibtex(library);
    expect(entries.map(({ fields }) => fields.get('eprint'))).toEqual(papers.map(({ paper }) => paper.id));
    expect(new Set(entries.map(({ key }) => key)).size).toBe(papers.length);
    for (const { fields } of entries) {
      const names = [...fields.keys()];
      expect(names).not.toContain('no field');
      expect(names).toEqual(expect.arrayContaining(['title', 'author', 'year', 'month', 'archivePrefix', 'url']));
      for (const name of names.filter((each) => !/^(?:doi|url|eprint)$/.test(each))) {
        const text = fields.get(name)?.replace(/\\[^]|\$(?:[^$\\]|\\[^])*\$/g, '');
        expect(text).not.toMatch(/[&%$#_^\\]/);
      }
    }
  });

  // A program that this machine has not is left out.
  it.each(PROGRAMS)('is taken by $name', { timeout: 120_000 }, ({ faults }) => {
    expect(faults()).toEqual([]);
  });
});

function write(name: string, text: string) {
  writeFileSync(join(folder, name), text);
}

function read(name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

/** The lines that a command says, and at last its status. */
function run(command: string): string[] {
  const [program = '', ...args] = command.split(' ');
  const { stdout, stderr, status } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', timeout: 120_000 });
  return `${stdout}\n${stderr}\nstatus ${status}`.split('\n');
}

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
