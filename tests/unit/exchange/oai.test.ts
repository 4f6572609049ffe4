import { describe, expect, it } from 'vitest';
import { oai, readOai } from '../../../lib/exchange/oai';
import { all, inPieces, itemsOf } from './pieces';

/** An answer with this in it. */
const answer = (inside: string) => `<?xml version="1.0" encoding="UTF-8"?>
<OAI-PMH xmlns="http://www.openarchives.org/OAI/2.0/">
<responseDate>2026-01-06T00:00:00Z</responseDate>
<request verb="ListRecords" metadataPrefix="arXiv">http://oaipmh.arxiv.org/oai</request>
${inside}
</OAI-PMH>`;

const header = (id: string, status = '') =>
  `<header${status}><identifier>oai:arXiv.org:${id}</identifier><datestamp>2026-01-05</datestamp></header>`;
const record = (id: string, metadata: string) => `<record>${header(id)}<metadata>${metadata}</metadata></record>`;

const ARXIV = `<arXiv xmlns="http://arxiv.org/OAI/arXiv/"><id>0704.0009</id><created>2007-04-02</created>
<updated>2007-07-24</updated><authors>
<author><keyname>Lantern</keyname><forenames>Lea</forenames><affiliation>Light House</affiliation></author>
<author><keyname>Oar</keyname><forenames>Otto</forenames><suffix>Jr.</suffix></author>
<author><keyname>Boat Collaboration</keyname></author></authors>
<title>Lanterns by night:
  how heavy they are</title><categories>physics.optics cs.CL</categories><comments>4 pages</comments>
<journal-ref>J. Lamps 7 (2007) 1-4</journal-ref><doi>10.1000/lamps.7</doi>
<license>http://arxiv.org/licenses/nonexclusive-distrib/1.0/</license>
<abstract>  We weigh lanterns
by night.
</abstract></arXiv>`;

const RAW = `<arXivRaw xmlns="http://arxiv.org/OAI/arXivRaw/"><id>0704.0009</id><submitter>A. Keeper</submitter>
<version version="v1"><date>Mon, 02 Apr 2007 19:18:42 GMT</date><size>9kb</size><source_type>D</source_type></version>
<version version="v2"><date>Tue, 24 Jul 2007 20:10:27 GMT</date><size>9kb</size></version>
<title>Lanterns by night: how heavy they are</title>
<authors>Lea Lantern (Light House), Otto Oar, Jr., Boat Collaboration</authors>
<categories>physics.optics cs.CL</categories><comments>4 pages</comments>
<journal-ref>J. Lamps 7 (2007) 1-4</journal-ref><doi>10.1000/lamps.7</doi>
<abstract>We weigh lanterns by night.</abstract></arXivRaw>`;

const DUBLIN_CORE = `<oai_dc:dc xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title>Lanterns by night: how heavy they are</dc:title>
<dc:creator>Lantern, Lea</dc:creator><dc:creator>Oar Jr., Otto</dc:creator><dc:creator>Boat Collaboration</dc:creator>
<dc:subject>Physics - Optics</dc:subject><dc:subject>Computer Science - Computation and Language</dc:subject>
<dc:description>We weigh lanterns by night.</dc:description><dc:description>Comment: 4 pages</dc:description>
<dc:date>2007-04-02</dc:date><dc:date>2007-07-24</dc:date><dc:type>text</dc:type>
<dc:identifier>http://arxiv.org/abs/0704.0009</dc:identifier>
<dc:identifier>J. Lamps 7 (2007) 1-4</dc:identifier><dc:identifier>doi:10.1000/lamps.7</dc:identifier></oai_dc:dc>`;

const FACTS = {
  id: '0704.0009',
  title: 'Lanterns by night: how heavy they are',
  authors: ['Lea Lantern', 'Otto Oar Jr.', 'Boat Collaboration'],
  abstract: 'We weigh lanterns by night.',
  published: '2007-04-02',
  updated: '2007-07-24',
  venue: 'J. Lamps 7 (2007) 1-4',
  doi: '10.1000/lamps.7',
  comment: '4 pages',
};
const CATEGORIES = { category: 'physics.optics', otherCategories: ['cs.CL'] };

/** Every answer has its day before anything else. */
async function read(inside: string) {
  const [day, ...items] = await all(readOai(inPieces(answer(inside), [100])));
  expect(day).toEqual({ kind: 'answered', day: '2026-01-06' });
  return items;
}
const place = { line: 5 };

describe('a record', () => {
  it.each([
    ['arXiv', ARXIV, { ...FACTS, ...CATEGORIES }],
    ['arXivRaw', RAW, { ...FACTS, ...CATEGORIES, version: 2 }],
    // Dublin Core has the names of categories and not the categories.
    ['oai_dc', DUBLIN_CORE, FACTS],
  ])('in the format %s is read with all that it has', async (_, metadata, facts) => {
    const paper = { kind: 'paper', place, facts };
    expect(await read(`<ListRecords>${record('0704.0009', metadata)}</ListRecords>`)).toEqual([paper]);
    expect(await read(`<GetRecord>${record('0704.0009', metadata)}</GetRecord>`)).toEqual([paper]);
  });

  it('has the accents of its authors, however arXiv writes them', async () => {
    const metadata = String.raw`<arXivRaw><id>0704.0009</id><authors>Csaba Bal\'azs, G. \"{O}ar (\'Ecole) and {\L}ukasz \v{C}ap</authors></arXivRaw>`;
    const facts = { id: '0704.0009', authors: ['Csaba Balázs', 'G. Öar', 'Łukasz Čap'] };
    expect(await read(record('0704.0009', metadata))).toEqual([{ kind: 'paper', place, facts }]);
  });

  it.each([
    ['0704.0009', '2007-04-02', '2007-07-24', { published: '2007-04-02', updated: '2007-07-24' }],
    ['0704.0009', '2007-04-02', '', { published: '2007-04-02', updated: '2007-04-02' }],
    ['hep-th/9912001', '1999-12-31', '', { published: '1999-12-31', updated: '1999-12-31' }],
    ['hep-th/0001001', '1999-12-31', '', { published: '1999-12-31', updated: '1999-12-31' }],
    // By the id it was submitted in April, so that this is the day of a later version.
    ['0704.0009', '2008-05-01', '2009-01-01', { updated: '2008-05-01' }],
    ['hep-th/9912001', '2000-01-01', '', { updated: '2000-01-01' }],
  ])('of %s, created on %s and updated on %j', async (id, created, updated, dates) => {
    const metadata = `<arXiv><id>${id}</id><created>${created}</created><updated>${updated}</updated></arXiv>`;
    expect(await read(record(id, metadata))).toEqual([{ kind: 'paper', place, facts: { id, ...dates } }]);
  });

  it('that was taken out is told', async () => {
    const deleted = `<record>${header('2601.00002', ' status="deleted"')}</record>`;
    expect(await read(deleted)).toEqual([{ kind: 'deleted', place, id: '2601.00002' }]);
    expect(await itemsOf(oai, answer(deleted))).toEqual([
      { kind: 'skipped', place, why: expect.stringContaining('arXiv has taken out arXiv:2601.00002') },
    ]);
  });

  it.each([
    ['of another archive', `<record><header><identifier>oai:hal:7</identifier></header></record>`, 'names no paper'],
    ['without anything', '<record/>', 'names no paper'],
    [
      'without metadata',
      `<record>${header('0704.0009')}</record>`,
      'Nothing that can be read is said of arXiv:0704.0009',
    ],
    ['in another format', record('0704.0009', '<mods><id>0704.0009</id></mods>'), 'Nothing that can be read'],
  ])('%s is skipped, and its neighbours are kept', async (_, broken, why) => {
    const good = record('0704.0009', ARXIV);
    const items = await itemsOf(oai, answer(`<ListRecords>${good}${broken}${good}</ListRecords>`));
    expect(items.map(({ kind }) => kind)).toEqual(['paper', 'skipped', 'paper']);
    expect(items[1]).toMatchObject({ why: expect.stringContaining(why) });
  });
});

describe('a list in parts', () => {
  it.each([
    [
      '<resumptionToken cursor="0" completeListSize="2500000">6511260|1001</resumptionToken>',
      { token: '6511260|1001', cursor: 0, completeListSize: 2_500_000 },
    ],
    [
      "<resumptionToken expires='2026-01-07T00:00:00Z'>\n verb%3DListRecords%26skip%3D3500 </resumptionToken>",
      { token: 'verb%3DListRecords%26skip%3D3500' },
    ],
    ['<resumptionToken cursor="7000" completeListSize="many"></resumptionToken>', { cursor: 7000 }],
    ['<resumptionToken/>', {}],
  ])('says of the next part %s', async (written, expected) => {
    const inside = `<ListRecords>${record('0704.0009', ARXIV)}${written}</ListRecords>`;
    expect((await read(inside)).slice(1)).toEqual([{ kind: 'token', ...expected }]);
    expect(await itemsOf(oai, answer(inside))).toHaveLength(1);
  });
});

it.each([
  ['noRecordsMatch', 'The combination of from, until and set gives an empty list.'],
  ['badResumptionToken', 'The value of the resumptionToken argument is invalid or expired.'],
  ['idDoesNotExist', ''],
])('an answer may be the error %s', async (code, message) => {
  const error = `<error code='${code}'>\n${message}</error>`;
  expect(await read(error)).toEqual([{ kind: 'refused', place, code, message }]);
  expect(await itemsOf(oai, answer(error))).toEqual([{ kind: 'skipped', place, why: expect.stringContaining(code) }]);
});

it('an answer is none where a page or a feed stands in its place', async () => {
  await expect(all(readOai(inPieces('<!DOCTYPE html><html></html>')))).rejects.toThrow('This is a web page');
  await expect(all(readOai(inPieces('<feed></feed>')))).rejects.toThrow('not an XML file with a root <OAI-PMH>');
});
