/** The saved pages, each with the address at which a test serves it. */
import { readFileSync } from 'node:fs';

export const LIST = 'https://arxiv.org/list/cs.CL/recent';
export const ABSTRACT = 'https://arxiv.org/abs/2509.11106';
export const README = 'https://github.com/example/reading-group';
export const BLOG = 'https://blog.example.org/what-a-benchmark-costs';

/** A paper that was made up for these pages: no pack has it. */
export const UNKNOWN_PAPER = '2511.98765';

/** Every page by its address. */
export const PAGES: Record<string, string> = {
  [LIST]: read('arxiv-list.html'),
  [ABSTRACT]: read('arxiv-abs.html'),
  [README]: read('github-readme.html'),
  [BLOG]: read('blog.html'),
};

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
