import { AskSwitch } from '../../components/AskSwitch';
import type { Source } from '../../components/use-answer';
import { type Consent, useAsking } from '../../components/use-asking';
import type { CompletionState } from '../../lib/answers';

/** The switch of the popup, where it is explained. */
export function AskArxiv({ completion, consent }: { completion: Source<CompletionState>; consent: Consent }) {
  return <AskSwitch asking={useAsking(completion, consent)}>Ask arXiv about papers that I save</AskSwitch>;
}
