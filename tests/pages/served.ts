/** The saved pages, each with the address at which a test serves it. */
import { readFileSync } from 'node:fs';

export const LIST = 'https://arxiv.org/list/cs.CL/recent';
export const ABSTRACT = 'https://arxiv.org/abs/2509.11106';
export const ABSTRACT_2019 = 'https://arxiv.org/abs/1912.98765v2';
export const ABSTRACT_WITH_TABS = 'https://arxiv.org/abs/2511.07317';
export const NOT_FOUND = 'https://arxiv.org/abs/2511.99999';
export const NEW = 'https://arxiv.org/list/cs.CL/new';
export const CATCH_UP = 'https://arxiv.org/catchup/cs.CL/2026-07-27?abs=True';
export const AUTHOR = 'https://arxiv.org/a/author_1';
/** The page of the newest version of a made-up paper, and that of its first. */
export const ABSTRACT_OF_UNKNOWN = 'https://arxiv.org/abs/2511.98765';
export const ABSTRACT_OF_FIRST = 'https://arxiv.org/abs/2511.98765v1';
export const LIST_OF_OLD = 'https://arxiv.org/list/hep-th/9912';
export const SEARCH_OF_2005 = 'https://in.arxiv.org/find/math/1/sample/0/1/0/all/3/0';
export const SEARCH = 'https://arxiv.org/search/?query=reward&searchtype=all';
export const HTML_PAPER = 'https://arxiv.org/html/2511.07317v1';
export const AR5IV_PAPER = 'https://ar5iv.labs.arxiv.org/html/2511.07317';
export const README = 'https://github.com/example/reading-group';
export const BLOG = 'https://blog.example.org/what-a-benchmark-costs';

/** A paper that was made up for these pages: no pack has it. */
export const UNKNOWN_PAPER = '2511.98765';

const htmlPaper = read('arxiv-html-paper.html');
const ofUnknown = read('arxiv-abs-versions.html');

/** Every page by its address. */
export const PAGES: Record<string, string> = {
  [LIST]: read('arxiv-list.html'),
  [ABSTRACT]: read('arxiv-abs.html'),
  [ABSTRACT_2019]: read('arxiv-abs-2019.html'),
  [ABSTRACT_WITH_TABS]: read('arxiv-abs-tabs.html'),
  [NOT_FOUND]: read('arxiv-not-found.html'),
  [ABSTRACT_OF_UNKNOWN]: ofUnknown,
  [ABSTRACT_OF_FIRST]: ofUnknown.replace('/abs/2511.98765v3"', '/abs/2511.98765v1"'),
  [NEW]: read('arxiv-list-new.html'),
  [CATCH_UP]: read('arxiv-list-new.html'),
  [AUTHOR]: read('arxiv-author.html'),
  [LIST_OF_OLD]: read('arxiv-list-old.html'),
  [SEARCH_OF_2005]: read('arxiv-search-2005.html'),
  [SEARCH]: read('arxiv-search.html'),
  [HTML_PAPER]: htmlPaper,
  // There, a paper's links to itself have no address of their own.
  [AR5IV_PAPER]: htmlPaper.replaceAll(`${HTML_PAPER}#`, '#').replace(/<base .*>/, ''),
  [README]: read('github-readme.html'),
  [BLOG]: read('blog.html'),
};

function read(file: string): string {
  return readFileSync(new URL(file, import.meta.url), 'utf8');
}
