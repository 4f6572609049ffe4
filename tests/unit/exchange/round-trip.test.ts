import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bibtexExporter } from '../../../lib/exchange/bibtex/exporter';
import { bibtexImporter } from '../../../lib/exchange/bibtex/importer';
import { cslJsonExporter } from '../../../lib/exchange/csl-json/exporter';
import { cslJsonImporter } from '../../../lib/exchange/csl-json/importer';
import { risExporter } from '../../../lib/exchange/ris/exporter';
import { risImporter } from '../../../lib/exchange/ris/importer';
import { carried, normalised, readAll, writeAll } from './files';
import { libraries } from './papers';

describe.each([
  ['BibTeX', bibtexExporter, bibtexImporter],
  ['RIS', risExporter, risImporter],
  ['CSL-JSON', cslJsonExporter, cslJsonImporter],
])('a library written as %s', (_, exporter, importer) => {
  it('comes back as it was, in whatever pieces the file is read', async () => {
    await fc.assert(
      fc.asyncProperty(libraries, fc.integer({ min: 1, max: 200 }), async (papers, size) => {
        const items = await readAll(importer, writeAll(exporter, papers), size);
        expect(items.map(normalised)).toEqual(papers.map(carried));
      }),
      { numRuns: 1000 },
    );
  });
});
