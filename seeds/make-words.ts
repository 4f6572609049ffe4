/**
 * Writes `words.json`, the content words of each bundled paper's abstract, from feed documents that are not kept here.
 * Usage: npx tsx seeds/make-words.ts DOC...
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type FeedEntry, parseFeed } from './feed';
import papers from './papers.json';
import { wordsByPaper } from './words';

/** The entries of one document. Throws with its name if it cannot be read or is no feed. */
async function readDocument(file: string): Promise<FeedEntry[]> {
  try {
    return await parseFeed(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${basename(file)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Reads the documents and writes the words; says what it wrote. Throws before writing if anything is amiss. */
async function main(documents: string[]): Promise<void> {
  if (documents.length === 0) throw new Error('No document given. Usage: npx tsx seeds/make-words.ts DOC...');
  const words = wordsByPaper((await Promise.all(documents.map(readDocument))).flat(), papers);
  writeFileSync(new URL('words.json', import.meta.url), `${JSON.stringify(words, null, 2)}\n`);
  const count = Object.values(words).reduce((total, list) => total + list.length, 0);
  console.log(`seeds/words.json: ${count} words of ${Object.keys(words).length} papers`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
