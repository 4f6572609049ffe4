import { Mark } from '../../components/Mark';
import type { MentionState } from '../../lib/paper';

const MEANINGS: [MentionState, string][] = [
  ['indexed', 'Known: it came with Manicule, or with papers that you added'],
  ['saved', 'Saved by you'],
  ['reading', 'You are reading it'],
  ['read', 'You have read it'],
  ['unsaved', 'Not known yet; shown on arXiv’s own pages'],
];

/** What each mark means. */
export function Legend() {
  return (
    <>
      {MEANINGS.map(([state, meaning]) => (
        <li key={state}>
          <Mark shape={state} />
          {meaning}
        </li>
      ))}
    </>
  );
}
