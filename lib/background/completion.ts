import { browser } from 'wxt/browser';
import type { Clock } from '../asking/clock';
import { askArxiv, type ToldPaper } from '../completion/ask';
import { type Completion, createCompletion, type Permission } from '../completion/completion';
import { newOperation } from '../edit';
import type { Library } from '../library';
import { sendMessage } from '../messages/protocol';
import { ASK_ARXIV, ASKING_STOPPED } from '../settings';
import { makeEdit } from './make-edit';

/** The completing of saved papers in the library, as far as the person allows it. */
export function completionIn(library: Library, clock: Clock): Completion {
  return createCompletion<ToldPaper>({
    queue: library.queue,
    pace: () => library.pace.get(),
    permission,
    ask: (ids, signal) => askArxiv(ids, { fetch: (...request) => fetch(...request), clock, signal }),
    async complete(papers) {
      const changes = papers.map(({ id, ...facts }) => ({ kind: 'learn' as const, id, facts }));
      await makeEdit(library, { operation: newOperation(), changes }, undefined);
    },
    incomplete: () => library.incomplete(),
    changed: tellOfCompletion,
    now: () => clock.now(),
  });
}

/** Calls when the person has said something else about asking arXiv. */
export function watchPermission(call: () => void): void {
  browser.storage.local.onChanged.addListener((changes) => {
    if (ASK_ARXIV in changes || ASKING_STOPPED in changes) call();
  });
}

/** Lets the pages of the extension know that the completing of papers stands otherwise. */
export function tellOfCompletion(): void {
  sendMessage('completionChanged', undefined).catch(nobodyThere);
}

async function permission(): Promise<Permission> {
  const choices = await browser.storage.local.get({ [ASK_ARXIV]: false, [ASKING_STOPPED]: false });
  return { isAllowed: choices[ASK_ARXIV] === true, isStopped: choices[ASKING_STOPPED] === true };
}

/** No page of the extension is open. */
function nobodyThere(): void {}
