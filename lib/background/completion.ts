import { browser } from 'wxt/browser';
import type { CompletionState } from '../answers';
import { askArxiv, type ToldPaper } from '../completion/ask';
import { createCompletion, type Permission } from '../completion/completion';
import { newOperation } from '../edit';
import type { Library } from '../library';
import { sendMessage } from '../messages/protocol';
import { ASK_ARXIV, ASKING_STOPPED } from '../settings';
import { makeEdit } from './make-edit';
import { createWaker } from './waker';

/** The completing of saved papers, as the worker sets it going: nobody waits for it, and what fails is tried again. */
export interface BackgroundCompletion {
  /** Asks arXiv for what may be asked for by now. */
  goOn(): void;
  /** The same, also for papers that came into the library when there was no queue. */
  catchUp(): void;
  state(): Promise<CompletionState>;
}

/** To be made at each start of the worker: it listens for its alarm and to what the person chooses. */
export function completeFromArxiv(library: Library): BackgroundCompletion {
  const waker = createWaker(goOn);
  const completion = createCompletion<ToldPaper>({
    queue: library.queue,
    permission,
    ask: (ids, signal) =>
      askArxiv(ids, { fetch: (...request) => fetch(...request), clock: { now: Date.now, after }, signal }),
    async complete(papers) {
      const changes = papers.map(({ id, ...facts }) => ({ kind: 'learn' as const, id, facts }));
      await makeEdit(library, { operation: newOperation(), changes }, undefined);
    },
    incomplete: () => library.incomplete(),
    wakeAt: (moment) => waker.wakeAt(moment),
    changed: () => void sendMessage('completionChanged', undefined).catch(nobodyThere),
    now: Date.now,
  });

  function goOn(): void {
    completion.goOn().catch(untilNextTime);
  }

  browser.storage.local.onChanged.addListener((changes) => {
    if (ASK_ARXIV in changes || ASKING_STOPPED in changes) completion.permissionChanged().catch(untilNextTime);
  });
  return {
    goOn,
    catchUp: () => void completion.catchUp().catch(untilNextTime),
    state: () => completion.state(),
  };
}

async function permission(): Promise<Permission> {
  const choices = await browser.storage.local.get({ [ASK_ARXIV]: false, [ASKING_STOPPED]: false });
  return { isAllowed: choices[ASK_ARXIV] === true, isStopped: choices[ASKING_STOPPED] === true };
}

function after(milliseconds: number, call: () => void): () => void {
  const timer = setTimeout(call, milliseconds);
  return () => clearTimeout(timer);
}

/** A database that cannot be read says so to whoever asks for what is in it. Every start of the worker tries again. */
function untilNextTime(): void {}

/** No page of the extension is open. */
function nobodyThere(): void {}
