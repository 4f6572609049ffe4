import { nameOf } from '../lib/paper';
import { Facts } from './Facts';
import { isKept, type Listed } from './listed';
import { Mark } from './Mark';
import { Marked } from './Marked';
import { More } from './More';
import { SaveButton } from './SaveButton';
import type { TextTools } from './text-tools';
import type { Disclosure } from './use-disclosure';
import type { Keeping } from './use-keeping';

export interface PaperPartsProps {
  paper: Listed;
  keeping: Keeping;
  segments: TextTools['segments'];
  /** What there is more than the row shows; absent where there is not. */
  more?: Disclosure | undefined;
}

/** What a row says of a paper: how it stands, its title as a link to it, the facts, and its save button. */
export function PaperParts({ paper: listed, keeping, segments, more }: PaperPartsProps) {
  const paper = keeping.now(listed);
  const { id, state, terms = [] } = paper;
  const name = nameOf(paper);
  const problem = keeping.problem(id);
  return (
    <>
      <Mark shape={state} />
      <a class="title" dir="auto" href={`https://arxiv.org/abs/${id}`} target="_blank" rel="noreferrer" title={name}>
        <Marked text={name} terms={terms} segments={segments} />
      </a>
      <SaveButton
        name={name}
        isKept={isKept(state)}
        isBusy={keeping.isBusy(id)}
        onToggle={() => void (isKept(state) ? keeping.remove(id) : keeping.save(id))}
      />
      <Facts paper={paper} segments={segments} />
      {problem !== '' && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
      {more && (
        <More
          id={id}
          name={name}
          disclosure={more}
          onRemove={isKept(state) ? () => void keeping.remove(id) : undefined}
        />
      )}
    </>
  );
}
