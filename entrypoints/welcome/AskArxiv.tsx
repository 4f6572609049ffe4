import { AskSwitch } from '../../components/AskSwitch';
import type { Source } from '../../components/use-answer';
import { useAsking } from '../../components/use-asking';
import type { ChoiceStore } from '../../components/use-choices';
import type { CompletionState } from '../../lib/answers';

/** The switch of the popup, where it is explained. */
export function AskArxiv({ completion, choices }: { completion: Source<CompletionState>; choices: ChoiceStore }) {
  return <AskSwitch asking={useAsking(completion, choices)}>Ask arXiv about papers that I save</AskSwitch>;
}
