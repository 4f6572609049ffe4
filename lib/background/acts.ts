import { browser } from 'wxt/browser';
import type { Making } from '../answers';
import type { Change } from '../edit';
import { ExpectedError } from '../errors';
import { CITATION_STYLES } from '../exchange/citation/styles';
import type { Library } from '../library';
import type { Said } from '../looks/making';
import type { Act, MaybeAct } from '../markup';
import { admit } from '../messages/admission';
import type { PaperId, ReadingState } from '../paper';
import { makeEditInTab } from './page-facts';
import { reasonOf } from './reason';

type Value = Pick<Act, 'value' | 'from'>;

/** What each act changes of a paper, and how that is told. Whatever a person makes of a paper, they keep it. */
const EDITS: Record<string, (id: PaperId, value: Value) => { done: string; changes: Change[] }> = {
  save: (id, { value }) => ({ done: 'Saved.', changes: [{ kind: 'save', id, state: value as ReadingState }] }),
  star: (id, { value }) =>
    value === 'on'
      ? {
          done: 'Starred.',
          changes: [
            { kind: 'save', id },
            { kind: 'star', id },
          ],
        }
      : { done: 'Star removed.', changes: [{ kind: 'unstar', id }] },
  tag: (id, { value }) => {
    const tags = tagsIn(value).map((tag): Change => ({ kind: 'tag', id, tag }));
    return { done: 'Tagged.', changes: tags.length === 0 ? [] : [{ kind: 'save', id }, ...tags] };
  },
  untag: (id, { value }) => ({ done: `Tag removed: ${value}`, changes: [{ kind: 'untag', id, tag: value }] }),
  note: (id, { value, from = '' }) => ({
    done: 'Note kept.',
    changes: [
      { kind: 'save', id },
      { kind: 'note', id, note: value, from },
    ],
  }),
};

/** Where an act was asked for. */
export interface Place {
  url: string | undefined;
  tabId: number | undefined;
}

/** What came of an act. */
interface Done extends Pick<Making, 'isDone' | 'copy' | 'undo'> {
  said?: Said;
  /** What is said instead where the browser does not let us copy. */
  refused?: Said;
}

/** Does what a person asked for on a paper's card or in its row. What goes wrong is said, not thrown. */
export async function act(
  library: Library,
  { id, ...request }: { id: PaperId } & MaybeAct,
  place: Place,
): Promise<Done> {
  const { name, operation = '', value = '', from } = request;
  if (name === undefined) return {};
  try {
    if (name === 'cite') return await cite(library, id, value);
    if (name === 'library') return await openLibrary(id);
    return await change(library, name, { operation, id, value, ...(from !== undefined && { from }) }, place);
  } catch (error) {
    return { said: { problem: `Not done. ${reasonOf(error)}` } };
  }
}

async function change(
  library: Library,
  name: string,
  { operation, id, ...value }: { operation: string; id: PaperId } & Value,
  place: Place,
): Promise<Done> {
  const edit = EDITS[name];
  if (!edit) throw new ExpectedError(`There is no act "${name}".`);
  const { done, changes } = edit(id, value);
  if (changes.length === 0) return { isDone: true };
  // Nobody can do more on a card than a content script may ask for.
  const { undo } = await makeEditInTab(library, admit('content script', 'edit', { operation, changes }), place);
  return { isDone: true, ...(undo.length > 0 && { undo: { done, changes: undo } }) };
}

async function cite(library: Library, id: PaperId, name: string): Promise<Done> {
  const style = CITATION_STYLES.find((each) => each.name === name);
  if (!style) throw new ExpectedError(`There is no way to cite called "${name}".`);
  const copy = style.cite((await library.card(id)).paper);
  return {
    isDone: true,
    copy,
    said: { done: `Copied as ${name}.` },
    refused: { done: 'The browser does not let Manicule copy here. Copy this yourself:', text: copy },
  };
}

async function openLibrary(id: PaperId): Promise<Done> {
  await browser.tabs.create({ url: `${browser.runtime.getURL('/library.html')}?${new URLSearchParams({ q: id })}` });
  return { isDone: true };
}

/** Several may be given at once, with commas between them. */
function tagsIn(text: string): string[] {
  return text.split(',').filter((tag) => tag.trim() !== '');
}
