import { browser } from 'wxt/browser';
import { inTurn } from '../in-turn';
import type { Library } from '../library';
import type { PaperId } from '../paper';
import { FOR_PAGES, isChoice } from '../settings';
import { TITLES, type TitleTable } from '../titles/table';
import { renewTitles } from '../titles/renew';

const { local, session } = browser.storage;
const shared = browser.storage[FOR_PAGES];

/** Set in the session once what pages read is there. */
const FILLED = 'filled';

/** Every open page reads itself anew for a title that is new: not for each batch of an import. */
const PAUSE_MS = 5000;

/** Steps that read and then write follow each other. */
const next = inTurn();
const nextTitles = inTurn();

/** The papers whose titles may be other ones than pages have read. */
const renamed = new Set<PaperId>();

/** Puts the choices and the titles where pages read them, once for each start of the browser. Pages wait for it. */
export async function fillForPages(library: Library): Promise<void> {
  await next(async () => {
    if (FILLED in (await session.get(FILLED))) return;
    await openToPages();
    const choices = FOR_PAGES === 'local' ? {} : await readChoices();
    await shared.set({ ...choices, [TITLES]: await library.titles() });
    await session.set({ [FILLED]: true });
  });
}

/** Lets every page know of a choice as soon as it is made or taken back. */
export function passOnChoices(): void {
  if (FOR_PAGES === 'local') return;
  local.onChanged.addListener((changes) => {
    const choices = Object.entries(changes).filter(([key]) => isChoice(key));
    const made = choices.filter(([, { newValue }]) => newValue !== undefined);
    const takenBack = choices.filter(([, { newValue }]) => newValue === undefined);
    if (choices.length === 0) return;
    void next(async () => {
      await shared.set(Object.fromEntries(made.map(([key, { newValue }]) => [key, newValue])));
      await shared.remove(takenBack.map(([key]) => key));
    });
  });
}

/** Lets every page know of the titles of all papers that are known by now. */
export function passOnAllTitles(library: Library): Promise<void> {
  return next(async () => shared.set({ [TITLES]: await library.titles() }));
}

/** Lets every page know of what these papers are called by now. */
export function passOnTitles(library: Library, ids: readonly PaperId[]): Promise<void> {
  for (const id of ids) renamed.add(id);
  return nextTitles(async () => {
    const some = [...renamed];
    renamed.clear();
    let isNew = false;
    await next(async () => {
      const { [TITLES]: table } = await shared.get<{ [TITLES]?: TitleTable }>(TITLES);
      if (!table) return;
      const renewed = renewTitles(table, some, await library.titles(some));
      isNew = renewed !== table;
      if (isNew) await shared.set({ [TITLES]: renewed });
    });
    if (isNew) await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  });
}

/** Lets the scripts in pages read what is for them, and nothing else. Firefox knows no such thing. */
async function openToPages(): Promise<void> {
  await session.setAccessLevel?.({ accessLevel: 'TRUSTED_AND_UNTRUSTED_CONTEXTS' });
  // Not every Chromium can close this one: there it stays open, to our own scripts alone.
  await local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' }).catch(() => undefined);
}

async function readChoices(): Promise<Record<string, unknown>> {
  // The journal of the library lies there too, and is large.
  const keys = local.getKeys ? await local.getKeys() : Object.keys(await local.get());
  return local.get(keys.filter(isChoice));
}
