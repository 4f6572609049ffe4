import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Change } from '../../lib/edit';
import { Chromium } from './chromium';
import { healthOf, makeEdit, recordsOf } from './edits';

let chromium: Chromium;
beforeAll(async () => {
  chromium = await Chromium.launch();
});
afterAll(() => chromium.close());

const [OLMO, SPURIOUS, UNKNOWN] = ['2512.13961', '2506.10947', '2601.00001'];

/** Too long to lie in the database itself, and of letters that cannot be packed: it lies in a file of its own. */
const LONG = Array.from({ length: 60_000 }, () => String.fromCharCode(0x4e00 + Math.random() * 20_000)).join('');

const LIBRARY: Change[] = [
  { kind: 'save', id: OLMO, state: 'reading', savedFrom: 'arxiv.org' },
  { kind: 'star', id: OLMO },
  { kind: 'tag', id: OLMO, tag: 'to cite' },
  { kind: 'tag', id: OLMO, tag: '日本' },
  { kind: 'note', id: OLMO, note: 'Read section 3.\n\n\ud83d \0 👉', from: '' },
  { kind: 'save', id: SPURIOUS, state: 'read' },
  { kind: 'note', id: SPURIOUS, note: LONG, from: '' },
  { kind: 'seen', id: SPURIOUS, version: 2 },
  // Of this one nobody knows more than is said here.
  { kind: 'save', id: UNKNOWN, facts: { title: 'A paper that no pack has', authors: ['A. Author'] } },
];

/** A folder of the database, by the ending of its name. */
function folderOf(profile: string, ending: string): string {
  const folder = join(profile, 'IndexedDB');
  const name = readdirSync(folder).find((entry) => entry.endsWith(ending));
  if (name === undefined) throw new Error(`There is no ${ending} in ${folder}.`);
  return join(folder, name);
}

/** Those files of a LevelDB that hold what is in it. */
function filesIn(folder: string): string[] {
  const files = readdirSync(folder).filter((name) => /\.(?:log|ldb)$/.test(name));
  return files.map((name) => join(folder, name)).filter((file) => statSync(file).size > 0);
}

const overwrite = (folder: string, byte: (before: number, at: number) => number) => {
  for (const file of filesIn(folder)) writeFileSync(file, readFileSync(file).map(byte));
};
const anything = () => Math.random() * 256;
const remove = (path: string) => rmSync(path, { recursive: true });

const DAMAGES: Record<string, (profile: string) => void> = {
  'the folder of the database is deleted': (profile) => remove(folderOf(profile, '.leveldb')),
  'its files are cut off': (profile) => {
    for (const file of filesIn(folderOf(profile, '.leveldb'))) {
      writeFileSync(file, readFileSync(file).subarray(0, statSync(file).size / 2));
    }
  },
  'its files are full of zeros': (profile) => overwrite(folderOf(profile, '.leveldb'), () => 0),
  'its files are full of anything': (profile) => overwrite(folderOf(profile, '.leveldb'), anything),
  'some bytes of its files are others': (profile) =>
    overwrite(folderOf(profile, '.leveldb'), (byte, at) => (at % 5000 === 2500 ? 255 - byte : byte)),
  'the list of its files is gone': (profile) => {
    const folder = folderOf(profile, '.leveldb');
    for (const name of readdirSync(folder)) if (/^(?:CURRENT|MANIFEST)/.test(name)) remove(join(folder, name));
  },
  'what names its files is nonsense': (profile) => writeFileSync(join(folderOf(profile, '.leveldb'), 'CURRENT'), 'x'),
  'its long texts are gone': (profile) => remove(folderOf(profile, '.blob')),
  'all that the browser calls databases is gone': (profile) => remove(join(profile, 'IndexedDB')),
};

/** Expects the library as it was, and that the person is told, where the browser has not put it right by itself. */
async function expectBack(before: unknown, isTold: boolean, since: number): Promise<void> {
  await expect.poll(async () => (await healthOf(chromium)).state).not.toBe('recovering');
  // Texts are too long to be shown where they differ.
  expect(JSON.stringify(await recordsOf(chromium)) === JSON.stringify(before)).toBe(true);
  const health = await healthOf(chromium);
  const isRecovered = health.state === 'recovered' && health.since >= since && health.papers === 3 && !health.lost;
  expect([isRecovered, health]).toEqual([isTold || isRecovered, expect.anything()]);
}

describe('everything that a person made is back when', () => {
  it.each(Object.entries(DAMAGES))('%s', async (what, damage) => {
    await makeEdit(chromium, ...LIBRARY);
    const before = await recordsOf(chromium);
    const since = Date.now();
    await chromium.restart(damage);
    // Chromium makes a list anew from the files that it finds.
    await expectBack(before, what !== 'the list of its files is gone', since);
    expect(chromium.context.pages().map((page) => page.url())).not.toContain(chromium.addressOf('welcome.html'));
  });

  it('an older copy is put in the place of the database', async () => {
    await makeEdit(chromium, ...LIBRARY, { kind: 'save', id: '2509.11106' });
    let copy = '';
    await chromium.restart((profile) => {
      copy = join(profile, 'A copy');
      cpSync(join(profile, 'IndexedDB'), copy, { recursive: true });
    });
    await makeEdit(
      chromium,
      { kind: 'remove', id: '2509.11106' },
      { kind: 'state', id: OLMO, state: 'read' },
      { kind: 'untag', id: OLMO, tag: 'to cite' },
    );
    const before = await recordsOf(chromium);
    const since = Date.now();
    await chromium.restart((profile) => {
      remove(join(profile, 'IndexedDB'));
      cpSync(copy, join(profile, 'IndexedDB'), { recursive: true });
    });
    await expectBack(before, true, since);
  });
});

describe('the second copy is written anew when it was damaged so that', () => {
  const DAMAGES_BESIDE: Record<string, (folder: string) => void> = {
    'its folder is deleted': remove,
    'its files are full of zeros': (folder) => overwrite(folder, () => 0),
    'its files are full of anything': (folder) => overwrite(folder, anything),
    'its files are cut off': (folder) => {
      for (const file of filesIn(folder)) writeFileSync(file, readFileSync(file).subarray(0, 100));
    },
  };

  it.each(Object.entries(DAMAGES_BESIDE))('%s', async (_, damage) => {
    await makeEdit(chromium, ...LIBRARY);
    const before = await recordsOf(chromium);
    await chromium.restart((profile) => {
      damage(join(profile, 'Local Extension Settings', new URL(chromium.addressOf('')).host));
    });
    await recordsOf(chromium);
    // LevelDB goes on in the log that was damaged, and reads it well only from the next whole block on.
    await chromium.restart();
    await recordsOf(chromium);
    // Now the database can be lost in its turn.
    const since = Date.now();
    await chromium.restart(DAMAGES['the folder of the database is deleted']);
    await expectBack(before, true, since);
  });
});

it('popup and library say so, and have the papers by their titles', async () => {
  await makeEdit(chromium, ...LIBRARY);
  await chromium.restart(DAMAGES['the folder of the database is deleted']);
  await healthOf(chromium);
  const popup = await chromium.open('popup.html?tab=0');
  const line = popup.getByRole('status').filter({ hasText: 'Your library' });
  await expect.poll(() => line.textContent()).toMatch(/^Your library was damaged, and recovered on .+: 3 papers\.$/);
  await popup.locator('input[type=search]').fill('that no pack has');
  await popup.locator(`[data-results] [data-arxiv-id="${UNKNOWN}"][data-state="saved"]`).waitFor();
  await popup.locator('input[type=search]').fill('olmo 3');
  await popup.locator(`[data-results] [data-arxiv-id="${OLMO}"][data-state="reading"]`).waitFor();
  const library = await chromium.open('library.html');
  await library.getByRole('status').getByText('Your library was damaged, and recovered on').waitFor();
  await library.locator(`[data-results] [data-arxiv-id="${OLMO}"][data-state="reading"]`).waitFor();
});

it('a database that can neither be opened nor made anew is said to be damaged, and is back when it can', async () => {
  await makeEdit(chromium, ...LIBRARY);
  const before = await recordsOf(chromium);
  await chromium.restart((profile) => {
    const folder = folderOf(profile, '.leveldb');
    remove(folder);
    writeFileSync(folder, 'No folder');
  });
  await expect(healthOf(chromium)).rejects.toThrow('Your library cannot be opened: its files are damaged.');
  const popup = await chromium.open('popup.html?tab=0');
  await popup.locator('input[type=search]').fill('olmo');
  await popup.getByRole('alert').getByText('What its second copy holds is safe.').waitFor();
  const since = Date.now();
  await chromium.restart((profile) => remove(folderOf(profile, '.leveldb')));
  await expectBack(before, true, since);
});
