import type { Page, PageKey, PageRange } from '../../../../lib/segment';
import type { StoredPages } from '../../../../lib/store/packs/pages';

/** The pages of segments in memory, found in the order of their keys as a database has it. */
export interface MemoryPages extends StoredPages {
  put(segment: number, page: Page): void;
  /** All pages of a segment. */
  of(segment: number): Page[];
  delete(segment: number, file: string, key: PageKey): void;
}

export function memoryPages(): MemoryPages {
  const files = new Map<string, Page[]>();
  const fileOf = (segment: number, file: string) => {
    const name = `${segment} ${file}`;
    const pages = files.get(name) ?? [];
    files.set(name, pages);
    return pages;
  };
  const pagesIn = ({ segment, file, from, to, andNext }: PageRange) => {
    const pages = fileOf(segment, file);
    const meant = pages.filter(({ key }) => key >= from && key <= to);
    const next = andNext ? pages.filter(({ key }) => key > to).slice(0, 1) : [];
    return [...meant, ...next];
  };
  return {
    read: async (ranges) => ranges.map((range) => pagesIn(range).map(({ bytes }) => bytes.slice())),
    keys: async (ranges) => ranges.map((range) => pagesIn(range).map(({ key }) => key)),
    some: async (segment, file, from, count) =>
      fileOf(segment, file)
        .filter(({ key }) => key >= from)
        .slice(0, count),
    put(segment, page) {
      const pages = fileOf(segment, page.file);
      const at = pages.findIndex(({ key }) => key >= page.key);
      if (at < 0) pages.push(page);
      else pages.splice(at, pages[at]?.key === page.key ? 1 : 0, page);
    },
    of: (segment) => [...files].flatMap(([name, pages]) => (name.startsWith(`${segment} `) ? pages : [])),
    delete(segment, file, key) {
      const pages = fileOf(segment, file);
      const at = pages.findIndex((page) => page.key === key);
      if (at >= 0) pages.splice(at, 1);
    },
  };
}
