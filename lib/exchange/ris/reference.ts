import type { ArxivId } from '../../arxiv/identifier';
import { nameFrom } from '../names';
import { idHeld, idNamed, idNoted } from '../naming';
import type { Reference } from '../reference';
import type { RisRecord } from './records';

/** The tags in which a reference names itself, the surest first. `L1` and `L2` are its files. */
const NAMING = 'AN DO UR LK L1 L2 M1 M3 IS SP C1 C2 C3 C7 ID'.split(' ');

/** Reads the fields of a record, by their tags. */
export function referenceIn(fields: RisRecord['fields']): Omit<Reference, 'place'> {
  /** Of several tags of one meaning, the texts of the first that is there. */
  const all = (...tags: string[]) => tags.map((tag) => fields.get(tag)).find(Boolean) ?? [];
  const first = (...tags: string[]) => all(...tags)[0]?.trim() ?? '';
  return {
    id: idIn(all),
    title: first('TI', 'T1', 'CT'),
    authors: all('AU', 'A1').map(nameIn),
    abstract: first('AB', 'N2'),
    venue: first('T2', 'JO', 'JF', 'JA', 'J2', 'BT'),
    doi: first('DO', 'M3'),
    day: dayIn(first('DA', 'Y1', 'PY')),
    tags: all('KW').flatMap((text) => text.split('\n')),
    note: all('N1').join('\n\n'),
    extra: (name) =>
      all('M2')
        .find((text) => text.startsWith(`${name}: `))
        ?.slice(name.length + 2),
  };
}

function idIn(all: (...tags: string[]) => readonly string[]): ArxivId | undefined {
  const isArxiv = all('DB').some((text) => /arxiv/i.test(text));
  return (
    (isArxiv ? idHeld(all('AN')[0]) : undefined) ??
    NAMING.flatMap((tag) => all(tag))
      .map(idNamed)
      .find(Boolean) ??
    idNamed([...all('T2', 'JO', 'JF', 'JA', 'J2'), ...all('VL')].join(' ')) ??
    [...all('N1'), ...all('M2')].map(idNoted).find(Boolean)
  );
}

/** "Last, First, Suffix" as arXiv has it; with a comma behind, the name is not to be taken apart. */
function nameIn(text: string): string {
  const name = text.trim();
  if (name.endsWith(',')) return name.slice(0, -1);
  const [family, given, suffix] = name.split(/\s*,\s*/);
  return nameFrom({ given, family, suffix });
}

/** A whole date, `2025/11/10/` or with hyphens; one that is not whole is none. */
function dayIn(text: string): string | undefined {
  const [, year, month = '', day = ''] = /^(\d{4})[/-](\d\d?)[/-](\d\d?)(?!\d)/.exec(text) ?? [];
  return year && `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}
