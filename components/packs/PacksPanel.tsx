import { useRef } from 'preact/hooks';
import type { PackSummary } from '../../lib/pack';
import { explain } from '../explain';
import type { Outcome } from '../newest-only';
import { HarvestForm } from './HarvestForm';
import type { PackSource } from './pack-source';
import { PackItem } from './PackItem';

interface Props {
  /** Undefined until they are known. */
  packs: Outcome<readonly PackSummary[]> | undefined;
  source: PackSource;
  /** What arXiv may be asked for: its archives and categories. */
  categories: readonly string[];
  /** Whether the list is narrowed down to a pack. */
  isShown: (name: string) => boolean;
  /** Called to have the list narrowed down to a pack, or no longer. */
  onShow: (name: string) => void;
}

/** The packs: what they are, which there are, and how there come to be more. */
export function PacksPanel({ packs, source, categories, isShown, onShow }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  const all = packs && 'answer' in packs ? packs.answer : [];
  return (
    <section class="packs" aria-labelledby="packs">
      <h2 id="packs" tabIndex={-1} ref={heading}>
        Packs
      </h2>
      <p class="quiet">Sets of papers that came together. What is in them is found and marked, saved or not.</p>
      {packs && 'error' in packs && <p role="alert">The packs could not be read. {explain(packs.error)}</p>}
      <ul>
        {all.map((pack) => (
          <PackItem
            key={pack.name}
            pack={pack}
            source={source}
            isShown={isShown(pack.name)}
            onShow={() => onShow(pack.name)}
            // The button that had the focus goes with it.
            onRemoved={() => heading.current?.focus()}
          />
        ))}
      </ul>
      <HarvestForm categories={categories} taken={all.map(({ name }) => name)} source={source} />
    </section>
  );
}
