import { browser } from 'wxt/browser';
import type { Clock } from '../asking/clock';
import { askArxiv, type ToldPaper } from '../completion/ask';
import { type Completion, createCompletion, type Permission } from '../completion/completion';
import { newOperation } from '../edit';
import type { Library } from '../library';
import { sendMessage } from '../messages/protocol';
import { ASK_ARXIV, ASKING_STOPPED } from '../settings';
import { makeEdit } from './make-edit';

/** The completing of saved papers in the library, as far as the person allows it: it listens to what they choose. */
export function completionIn(library: Library, { clock, goOn }: { clock: Clock; goOn: () => void }): Completion {
  const completion = createCompletion<ToldPaper>({
    queue: library.queue,
    pace: () => library.pace.get(),
    permission,
    ask: (ids, signal) => askArxiv(ids, { fetch: (...request) => fetch(...request), clock, signal }),
    async complete(papers) {
      const changes = papers.map(({ id, ...facts }) => ({ kind: 'learn' as const, id, facts }));
      await makeEdit(library, { operation: newOperation(), changes }, undefined);
    },
    incomplete: () => library.incomplete(),
    goOn,
    changed: tellOfCompletion,
    now: () => clock.now(),
  });
  browser.storage.local.onChanged.addListener((changes) => {
    if (ASK_ARXIV in changes || ASKING_STOPPED in changes) completion.permissionChanged().catch(untilNextTime);
  });
  return completion;
}

/** Lets the pages of the extension know that the completing of papers stands otherwise. */
export function tellOfCompletion(): void {
  sendMessage('completionChanged', undefined).catch(nobodyThere);
}

async function permission(): Promise<Permission> {
  const choices = await browser.storage.local.get({ [ASK_ARXIV]: false, [ASKING_STOPPED]: false });
  return { isAllowed: choices[ASK_ARXIV] === true, isStopped: choices[ASKING_STOPPED] === true };
}

/** Who asks arXiv looks at it each time. */
function untilNextTime(): void {}

/** No page of the extension is open. */
function nobodyThere(): void {}
