import type { CompletionState } from '../lib/answers';
import { ASK_ARXIV, ASKING_STOPPED } from '../lib/settings';
import { type Source, useAnswer } from './use-answer';
import { type ChoiceStore, useChoosing } from './use-choices';

export interface Asking {
  /** Undefined until it is known. */
  state: CompletionState | undefined;
  /** What went wrong with the last choice; empty where nothing did. */
  problem: string;
  /** Lets arXiv be asked about papers that are saved, or lets it be asked no more. */
  allow(isAllowed: boolean): void;
  /** Has the asking stopped for now, or gone on with. */
  stop(isStopped: boolean): void;
}

/** How the completing of saved papers stands, and what a person can choose about it. */
export function useAsking(completion: Source<CompletionState>, choices: ChoiceStore): Asking {
  const outcome = useAnswer(completion);
  const { problem, change } = useChoosing(choices);
  return {
    state: outcome && 'answer' in outcome ? outcome.answer : undefined,
    problem,
    allow: (isAllowed) => void change(ASK_ARXIV, isAllowed),
    stop: (isStopped) => void change(ASKING_STOPPED, isStopped),
  };
}
