import type { ComponentChildren } from 'preact';
import { Switch } from './Switch';
import type { Asking } from './use-asking';

interface Props {
  asking: Asking;
  /** What the switch allows. */
  children: ComponentChildren;
}

/** Whether arXiv is asked about the papers that a person saves. */
export function AskSwitch({ asking: { state, problem, allow }, children }: Props) {
  return (
    <>
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      <Switch isOn={state?.isAllowed ?? false} onChange={allow}>
        {children}
      </Switch>
    </>
  );
}
