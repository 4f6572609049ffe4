import { describe, expect, it } from 'vitest';
import { atom, readAtom } from '../../../lib/exchange/atom';
import { all, inPieces, itemsOf } from './pieces';

const ENTRY = `
  <entry>
    <id>http://arxiv.org/abs/2601.00001v3</id>
    <title>Lanterns by night:
  how heavy &lt; they are</title>
    <updated>2026-01-05T10:00:00Z</updated>
    <link href="https://arxiv.org/abs/2601.00001v3" rel="alternate" type="text/html"/>
    <summary>  We weigh lanterns
by night.
</summary>
    <category term="cs.CL" scheme="http://arxiv.org/schemas/atom"/>
    <category term="physics.optics" scheme="http://arxiv.org/schemas/atom"/>
    <category term="68T50" scheme="http://arxiv.org/schemas/atom"/>
    <published>2026-01-02T19:18:42Z</published>
    <arxiv:comment>4 pages</arxiv:comment>
    <arxiv:primary_category term="physics.optics"/>
    <arxiv:journal_ref>J. Lamps 7 (2026) 1-4</arxiv:journal_ref>
    <author>
      <name>Lea Lantern</name>
      <arxiv:affiliation>Light House</arxiv:affiliation>
    </author>
    <author><name>Otto Oar</name></author>
    <arxiv:doi>10.1000/lamps.7</arxiv:doi>
    <link rel="related" href="https://doi.org/10.1000/lamps.7" title="doi"/>
  </entry>`;

/** An answer of the API with these entries. */
const feed = (entries: string, total = 1) => `<?xml version='1.0' encoding='UTF-8'?>
<feed xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/" xmlns:arxiv="http://arxiv.org/schemas/atom" xmlns="http://www.w3.org/2005/Atom">
  <id>https://arxiv.org/api/cHxbiOdZaP56ODnBPIenZhzg5f8</id>
  <title>arXiv Query: search_query=&amp;id_list=2601.00001</title>
  <updated>2026-01-06T00:00:00Z</updated>
  <opensearch:totalResults>${total}</opensearch:totalResults>
  <opensearch:startIndex>0</opensearch:startIndex>${entries}
</feed>`;

const read = (text: string) => all(readAtom(inPieces(text, [100])));

describe('an answer of the API', () => {
  it('is read with all that a paper has', async () => {
    expect(await read(feed(ENTRY))).toEqual([
      { kind: 'total', total: 1 },
      {
        kind: 'paper',
        place: { line: 8 },
        facts: {
          id: '2601.00001',
          title: 'Lanterns by night: how heavy < they are',
          authors: ['Lea Lantern', 'Otto Oar'],
          abstract: 'We weigh lanterns by night.',
          category: 'physics.optics',
          otherCategories: ['cs.CL'],
          published: '2026-01-02',
          updated: '2026-01-05',
          version: 3,
          venue: 'J. Lamps 7 (2026) 1-4',
          doi: '10.1000/lamps.7',
          comment: '4 pages',
        },
      },
    ]);
  });

  it('may have a prefix of its own, and old ids', async () => {
    const text = '<a:feed xmlns:a="x"><a:entry><a:id>http://arxiv.org/abs/hep-th/9901001v1</a:id></a:entry></a:feed>';
    expect(await read(text)).toEqual([
      { kind: 'paper', place: { line: 1 }, facts: { id: 'hep-th/9901001', version: 1 } },
    ]);
  });

  it('may be empty', async () => {
    expect(await read(feed('', 0))).toEqual([{ kind: 'total', total: 0 }]);
    expect(await itemsOf(atom, feed('', 0))).toEqual([]);
  });

  const ERROR = `<entry>
    <id>http://arxiv.org/api/errors#incorrect_id_format_for_1234</id><title>Error</title>
    <summary>incorrect id format for 1234</summary><author><name>arXiv api core</name></author></entry>`;

  it('may be an error', async () => {
    const message = 'incorrect id format for 1234';
    expect(await read(feed(ERROR))).toEqual([
      { kind: 'total', total: 1 },
      { kind: 'refused', place: { line: 7 }, message },
    ]);
    expect(await itemsOf(atom, feed(ERROR))).toEqual([
      { kind: 'skipped', place: { line: 7 }, why: expect.stringContaining(`an error (${message})`) },
    ]);
  });

  it('skips entries of others', async () => {
    const entry = '<entry><id>https://example.org/posts/7</id><title>A post</title></entry><entry/>';
    const why = 'This entry names no paper of arXiv. Only feeds of arXiv can be read.';
    const skipped = { kind: 'skipped', place: { line: 7 }, why };
    expect(await itemsOf(atom, feed(entry + ENTRY))).toEqual([
      skipped,
      skipped,
      expect.objectContaining({ kind: 'paper' }),
    ]);
  });

  it('is none where a page stands in its place', async () => {
    await expect(read('<html><head><title>503</title></head></html>')).rejects.toThrow('This is a web page');
    await expect(read('Rate exceeded.')).rejects.toThrow('not an XML file with a root <feed>');
  });
});
