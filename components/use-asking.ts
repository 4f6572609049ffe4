import { useState } from 'preact/hooks';
import type { CompletionState } from '../lib/answers';
import { explain } from './explain';
import { type Source, useAnswer } from './use-answer';

/** What a person can say about asking arXiv. Each promise resolves when it is on disk. */
export interface Consent {
  /** The browser may ask the person too, and does so only in the moment of a click. */
  allow(): Promise<void>;
  forbid(): Promise<void>;
  stop(): Promise<void>;
  resume(): Promise<void>;
}

export interface Asking extends Record<keyof Consent, () => void> {
  /** Undefined until it is known. */
  state: CompletionState | undefined;
  /** What went wrong with the last thing that was said; empty where nothing did. */
  problem: string;
}

/** How the completing of saved papers stands, and what a person can say about it. */
export function useAsking(completion: Source<CompletionState>, consent: Consent): Asking {
  const outcome = useAnswer(completion);
  const [problem, setProblem] = useState('');

  async function say(change: keyof Consent): Promise<void> {
    setProblem('');
    try {
      await consent[change]();
    } catch (error) {
      setProblem(`Not changed. ${explain(error)}`);
    }
  }

  return {
    state: outcome && 'answer' in outcome ? outcome.answer : undefined,
    problem,
    allow: () => void say('allow'),
    forbid: () => void say('forbid'),
    stop: () => void say('stop'),
    resume: () => void say('resume'),
  };
}
