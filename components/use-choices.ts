import { useMemo, useState } from 'preact/hooks';
import { offKey, ONLY_ARXIV, TRACE_EVERYWHERE, traceKey } from '../lib/settings';
import { explain } from './explain';
import { type Source, useAnswer } from './use-answer';

/** Where a person's choices are kept, each under its key. Each change resolves when it is on disk. */
export interface ChoiceStore {
  /** These choices: false for one that was not made. */
  read(keys: string[]): Promise<Record<string, unknown>>;
  make(key: string): Promise<void>;
  takeBack(key: string): Promise<void>;
  watch: Source<unknown>['watch'];
}

export interface Choosing {
  /** What went wrong with the last change; empty where nothing did. */
  problem: string;
  change(key: string, isMade: boolean): Promise<void>;
}

export interface Choices extends Choosing {
  /** What was read, by its keys; undefined until anything was. */
  stored: Record<string, unknown> | undefined;
}

/** Makes choices and takes them back. */
export function useChoosing(store: ChoiceStore): Choosing {
  const [problem, setProblem] = useState('');
  return {
    problem,
    async change(key, isMade) {
      setProblem('');
      try {
        await (isMade ? store.make(key) : store.takeBack(key));
      } catch (error) {
        setProblem(`Not changed. ${explain(error)}`);
      }
    },
  };
}

/** The choices that concern a site, as they are kept, whoever made them. What cannot be read counts as not made. */
export function useChoices(store: ChoiceStore, host: string | undefined): Choices {
  const source = useMemo(() => {
    const ofSite = host === undefined ? [] : [offKey(host), traceKey(host)];
    return { ask: () => store.read([ONLY_ARXIV, TRACE_EVERYWHERE, ...ofSite]), watch: store.watch };
  }, [store, host]);
  const outcome = useAnswer(source);
  return { ...useChoosing(store), stored: outcome && ('answer' in outcome ? outcome.answer : {}) };
}
