/**
 * Writes `words.json` and `prints.json`, the content words and the fingerprints of each bundled paper's abstract, from
 * feed documents that are not kept here. Usage: npx tsx seeds/make.ts DOC...
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { abstractsByPaper } from './abstracts';
import { type FeedEntry, parseFeed } from './feed';
import papers from './papers.json';
import { printsByPaper } from './prints';
import { wordsByPaper } from './words';

/** The entries of one document. Throws with its name if it cannot be read or is no feed. */
async function readDocument(file: string): Promise<FeedEntry[]> {
  try {
    return await parseFeed(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${basename(file)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}

/** Reads the documents and writes what is made of them; says what it wrote. Throws before writing if anything is amiss. */
async function main(documents: string[]): Promise<void> {
  if (documents.length === 0) throw new Error('No document given. Usage: npx tsx seeds/make.ts DOC...');
  const abstracts = abstractsByPaper((await Promise.all(documents.map(readDocument))).flat(), papers);
  write('words', wordsByPaper(abstracts), 2);
  write('prints', printsByPaper(abstracts));
}

function write(name: string, made: Record<string, unknown[]>, indent?: number): void {
  writeFileSync(new URL(`${name}.json`, import.meta.url), `${JSON.stringify(made, null, indent)}\n`);
  const count = Object.values(made).reduce((total, list) => total + list.length, 0);
  console.log(`seeds/${name}.json: ${count} ${name} of ${Object.keys(made).length} papers`);
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
