/** Where the papers of an import go: into the library, into a pack that is to be made, or into one that there is. */
export type Destination = { kind: 'library' } | { kind: 'new pack' } | { kind: 'pack'; name: string };

interface Props {
  chosen: Destination;
  /** The packs of which a newer copy may be imported. */
  packs: readonly string[];
  onChoose: (destination: Destination) => void;
}

const HINTS: Record<Destination['kind'], string> = {
  library: 'Bibliographies, arXiv’s files and author feeds, as many as you like. Or drop them anywhere on this page.',
  'new pack': 'Its papers are found and marked like those that you keep, but are not in your library.',
  pack: 'The files replace what the pack has now. Papers that are the same are reused.',
};

/** Asks where the papers of an import are to go. */
export function DestinationChoice({ chosen, packs, onChoose }: Props) {
  const offered: Destination[] = [
    { kind: 'library' },
    { kind: 'new pack' },
    ...packs.map((name) => ({ kind: 'pack' as const, name })),
  ];
  const isChosen = (each: Destination) => JSON.stringify(each) === JSON.stringify(chosen);
  return (
    <>
      <label class="into">
        Into{' '}
        <select
          value={offered.findIndex(isChosen)}
          onChange={({ currentTarget }) => onChoose(offered[currentTarget.selectedIndex] ?? chosen)}
        >
          {offered.map((each, at) => (
            <option key={nameOf(each)} value={at}>
              {nameOf(each)}
            </option>
          ))}
        </select>
      </label>
      <p class="quiet">{HINTS[chosen.kind]}</p>
    </>
  );
}

function nameOf(destination: Destination): string {
  if (destination.kind === 'pack') return `the pack “${destination.name}”`;
  return destination.kind === 'library' ? 'my library' : 'a new pack';
}
