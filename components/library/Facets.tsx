import type { Facet } from '../../lib/row';
import { FacetGroup } from './FacetGroup';

interface Props {
  facets: readonly Facet[];
  /** Whether the query has a filter with this value. */
  isChosen: (name: string, value: string) => boolean;
  /** Called to have a filter added to the query, or taken out of it. */
  onToggle: (name: string, value: string) => void;
  onRenameTag: (from: string, to: string) => void;
  onRemoveTag: (tag: string) => void;
}

/** What the list may be narrowed down to, with how many papers there are of each. */
export function Facets({ facets, isChosen, onToggle, onRenameTag, onRemoveTag }: Props) {
  return (
    <>
      {facets
        .filter(({ values }) => values.length > 0)
        .map((facet) => (
          <FacetGroup
            key={facet.name}
            facet={facet}
            isChosen={(value) => isChosen(facet.name, value)}
            onToggle={(value) => onToggle(facet.name, value)}
            tags={facet.name === 'tag' ? { rename: onRenameTag, remove: onRemoveTag } : undefined}
          />
        ))}
    </>
  );
}
