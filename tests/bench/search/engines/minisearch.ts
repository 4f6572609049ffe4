/** MiniSearch in the way of extensions that keep what it has built: one text in the database, read at every start. */
import { openDB } from 'idb';
import MiniSearch, { type Options } from 'minisearch';
import { ATTEMPTS } from '../../../../lib/search/attempts';
import { BOOST, type Field, FIELDS, textsIn } from '../../../../lib/search/fields';
import { foldTerm } from '../../../../lib/search/fold';
import { queryTerms, tokenize } from '../../../../lib/search/terms';
import type { Paper } from '../../../../lib/paper';
import { LIMIT, serve } from './engine';

/** As the index of what a person keeps is set up. */
const options: Options<Paper> = {
  fields: [...FIELDS],
  extractField: (paper, field) => (field === 'id' ? paper.id : textsIn(paper, field as Field).join(' ')),
  tokenize,
  processTerm: foldTerm,
  searchOptions: { boost: BOOST, prefix: true },
};
const TYPOS = { fuzzy: (term: string) => (term.length > 3 && !/\d/.test(term) ? 0.2 : false) };

const database = openDB<{ texts: { key: string; value: string } }>('minisearch', 1, {
  upgrade: (opened) => void opened.createObjectStore('texts'),
});

let index: MiniSearch<Paper> | undefined;

async function textInDatabase(): Promise<string> {
  const text = await (await database).get('texts', 'index');
  if (text === undefined) throw new Error('There is no index.');
  return text;
}

serve({
  async add(papers) {
    index ??= new MiniSearch(options);
    index.addAll(papers);
  },
  async finish() {
    await (await database).put('texts', JSON.stringify(index), 'index');
  },
  async sizes() {
    return { disk: (await textInDatabase()).length, wasm: 0 };
  },
  async search(query) {
    index ??= MiniSearch.loadJSON(await textInDatabase(), options);
    const words = queryTerms(query).join(' ');
    for (const { combine, typos } of ATTEMPTS) {
      const found = index.search(words, { combineWith: combine, ...(typos && TYPOS) });
      if (found.length > 0) return found.slice(0, LIMIT).map(({ id }) => id);
    }
    return [];
  },
});
