import { Facts } from './Facts';
import { nameOf } from '../lib/paper';
import { More } from './More';
import type { Disclosure } from './use-disclosure';
import { isKept, type Listed } from './listed';
import { Mark } from './Mark';
import { Marked } from './Marked';
import { SaveButton } from './SaveButton';
import type { TextTools } from './text-tools';
import type { Keeping } from './use-keeping';

interface Props {
  paper: Listed;
  keeping: Keeping;
  segments: TextTools['segments'];
  /** What there is more than the row shows; absent where there is not. */
  more?: Disclosure | undefined;
}

/** One paper in a list: how it stands, its title as a link to it, what there is to say of it, and its save button. */
export function PaperRow({ paper: listed, keeping, segments, more }: Props) {
  const paper = keeping.now(listed);
  const { id, state, terms = [] } = paper;
  const name = nameOf(paper);
  const problem = keeping.problem(id);
  return (
    <li class="row" data-arxiv-id={id} data-state={state}>
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
    </li>
  );
}
