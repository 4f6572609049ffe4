import { atom } from './atom';
import { authorFeed } from './author-feed';
import { backup } from './backup';
import { bibtexExporter } from './bibtex/exporter';
import { bibtexImporter } from './bibtex/importer';
import { cslJsonExporter } from './csl-json/exporter';
import { cslJsonImporter } from './csl-json/importer';
import { csvExporter } from './csv';
import type { Exporter, Importer } from './format';
import { idList } from './id-list';
import { oai } from './oai';
import { risExporter } from './ris/exporter';
import { risImporter } from './ris/importer';
import { snapshot } from './snapshot';

/**
 * Every format that can be read: to add one, write its file and add its row here. A file is of the first format that
 * recognises it, so the order matters: what has a mark of its own comes first, what is told by its words comes later,
 * and the list of ids, which any text is that names a paper, comes last.
 */
export const IMPORTERS: readonly Importer[] = [
  backup,
  snapshot,
  cslJsonImporter,
  atom,
  oai,
  risImporter,
  bibtexImporter,
  authorFeed,
  idList,
];

/** Every format that can be written, in the order in which a person is offered them. */
export const EXPORTERS: readonly Exporter[] = [bibtexExporter, risExporter, cslJsonExporter, csvExporter, backup];

/**
 * Tells the format of a file from its content.
 *
 * @param head its first letters: a few thousand, or all of them. A byte order mark may stand before them.
 */
export function importerFor(head: string): Importer | undefined {
  return IMPORTERS.find((importer) => importer.recognises(head));
}
