import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Kept } from '../../../lib/exchange/format';
import { sendToZotero } from '../../../lib/zotero/send';
import { zoteroItem } from '../../../lib/zotero/item';
import { type Answer, startZotero } from '../../services/zotero';

const closings: (() => void)[] = [];
afterEach(() => closings.splice(0).forEach((close) => close()));

async function zotero(save?: Answer) {
  const server = await startZotero(save);
  closings.push(server.close);
  return server;
}

const papers = (count: number): Kept[] =>
  Array.from({ length: count }, (_, at) => {
    const id = `2501.${String(at + 1).padStart(5, '0')}`;
    return { paper: { id, title: `Paper ${id}`, authors: [] } };
  });

describe('a paper as Zotero takes it', () => {
  it('has all that is known', () => {
    const kept: Kept = {
      paper: {
        id: 'hep-th/9901001',
        title: 'On Light & Glass',
        authors: ['Ana de la Cruz Jr.', 'The ATLAS Collaboration'],
        abstract: 'We bend it.',
        category: 'hep-th',
        published: '1999-01-01',
        venue: 'J. Glass 1',
        comment: '5 pages',
      },
      record: { id: 'hep-th/9901001', state: 'read', savedAt: 1, tags: ['a b', '<c>'], note: 'One <i>\nline.\n\nTwo.' },
    };
    expect(zoteroItem(kept)).toEqual({
      id: 'hep-th/9901001',
      itemType: 'preprint',
      title: 'On Light & Glass',
      creators: [
        { creatorType: 'author', firstName: 'Ana, Jr.', lastName: 'de la Cruz' },
        { creatorType: 'author', name: 'The ATLAS Collaboration' },
      ],
      abstractNote: 'We bend it.',
      repository: 'arXiv',
      archiveID: 'arXiv:hep-th/9901001',
      DOI: '10.48550/arXiv.hep-th/9901001',
      url: 'https://arxiv.org/abs/hep-th/9901001',
      date: '1999-01-01',
      libraryCatalog: 'arXiv.org',
      extra: 'arXiv:hep-th/9901001 [hep-th]\nPublished in: J. Glass 1',
      tags: [{ tag: 'a b' }, { tag: '<c>' }],
      notes: [{ note: '<p>One &lt;i&gt;<br>line.</p><p>Two.</p>' }, { note: '<p>Comment: 5 pages</p>' }],
      attachments: [],
      seeAlso: [],
    });
  });

  it('has what a bare id tells, and the DOI of the publication where there is one', () => {
    expect(zoteroItem({ paper: { id: '2501.00001', title: '2501.00001', authors: [], doi: '10.1/x' } })).toMatchObject({
      title: 'arXiv:2501.00001',
      DOI: '10.1/x',
      creators: [],
      tags: [],
      notes: [],
    });
  });
});

describe('sending', () => {
  it('asks whether Zotero is there, and sends all papers in order, a session for each request', async () => {
    const { address, asked } = await zotero();
    const progress: number[] = [];
    await sendToZotero(papers(120), { address, onProgress: (sent) => progress.push(sent) });
    expect(asked.map(({ path }) => path)).toEqual(['/connector/ping', ...Array(3).fill('/connector/saveItems')]);
    const sent = asked.flatMap(({ body }) => body.items ?? []);
    expect(sent.map(({ archiveID }) => archiveID)).toEqual(papers(120).map(({ paper }) => `arXiv:${paper.id}`));
    expect(new Set(asked.slice(1).map(({ body }) => body.sessionID)).size).toBe(3);
    expect(progress).toEqual([0, 50, 100, 120]);
  });

  it.each<[string, Answer, RegExp]>([
    [
      'an error',
      (response) => response.writeHead(500).end('broken'),
      /^Zotero could not take the papers \(error 500\)\./,
    ],
    [
      'a library that is read only',
      (response) => response.writeHead(500).end('{"libraryEditable":false}'),
      /^The library that is chosen in Zotero cannot be changed\./,
    ],
    ['no such place', (response) => response.writeHead(404).end(), /^Something other than Zotero answers/],
    ['a door that is shut', (response) => response.writeHead(403).end(), /^Zotero does not let other programs in\./],
    ['silence', (): void => undefined, /^Zotero does not answer\./],
    ['a connection that breaks', (response) => response.destroy(), /^Zotero is not running\./],
  ])('says what to do when it meets %s', async (_name, save, message) => {
    const { address } = await zotero(save);
    const sending = sendToZotero(papers(1), {
      address,
      limits: { ping: 20_000, save: save.length === 0 ? 50 : 20_000 },
    });
    await expect(sending).rejects.toMatchObject({ name: 'ExpectedError', message: expect.stringMatching(message) });
  });

  it('says so when Zotero is not running', async () => {
    const { address, close } = await zotero();
    close();
    await expect(sendToZotero(papers(1), { address })).rejects.toThrow(/^Zotero is not running\. Start it/);
  });

  it('does not take another program for Zotero', async () => {
    const other = createServer((_request, response) => response.writeHead(404).end('<h1>Not found</h1>'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    closings.push(() => other.close());
    const address = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    await expect(sendToZotero(papers(1), { address })).rejects.toThrow(/^Something other than Zotero answers/);
  });

  it('says how many are there already when it fails in between', async () => {
    let requests = 0;
    const { address } = await zotero((response) => response.writeHead(++requests > 1 ? 500 : 201).end());
    await expect(sendToZotero(papers(60), { address })).rejects.toThrow(
      /The first 50 of 60 papers are in Zotero already\.$/,
    );
  });

  it('can be stopped', async () => {
    const stop = new AbortController();
    const { address } = await zotero(() => stop.abort());
    await expect(sendToZotero(papers(60), { address, signal: stop.signal })).rejects.toMatchObject({
      name: 'AbortError',
    });
  });
});
