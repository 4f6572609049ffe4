/** A reading list that a server renders and a framework takes over: the same for React and for Preact. */

type Next<T> = T | ((now: T) => T);

/** What both frameworks give. */
export interface Framework {
  createElement(type: unknown, props: Record<string, unknown> | null, ...children: unknown[]): unknown;
  useState<T>(first: T): [T, (next: Next<T>) => void];
  useEffect(run: () => void, on: readonly unknown[]): void;
}

/** The papers of the list, and the one that its first sentence names; then the one it names instead. */
export const LISTED = ['2512.13961', '2511.07317', '2602.13551'];
export const [FIRST, SECOND] = ['2509.11106', '2508.13144'];

const addressOf = (id: string) => `https://arxiv.org/abs/${id}`;

/**
 * The list as a component. Its sentences are made of what a framework keeps apart: words and values side by side, a
 * whole sentence in one text, and links.
 */
export function appOf({ createElement: h, useState, useEffect }: Framework): () => unknown {
  const button = (name: string, onClick: () => void, ...words: unknown[]) =>
    h('button', { id: name, onClick }, ...words);

  return function ReadingList() {
    const [clicks, setClicks] = useState(0);
    const [papers, setPapers] = useState(LISTED);
    const [paper, setPaper] = useState(FIRST);
    const [isTaken, setIsTaken] = useState(false);
    useEffect(() => setIsTaken(true), []);
    return h(
      'main',
      { 'data-taken': String(isTaken) },
      h(
        'p',
        { id: 'parts' },
        'Read arXiv:',
        paper,
        ' before ',
        h('em', null, 'all others'),
        ', in ',
        clicks,
        ' sittings.',
      ),
      h('p', { id: 'whole' }, `Read arXiv:${paper} first, and then the rest.`),
      h('p', { id: 'linked' }, 'Or ', h('a', { href: addressOf(paper) }, 'this one'), ' in ', clicks, '.'),
      h(
        'ul',
        null,
        papers.map((id) =>
          h('li', { key: id }, 'On ', `arXiv:${id}`, ', see ', h('a', { href: addressOf(id) }, id), '.'),
        ),
      ),
      button('click', () => setClicks((now) => now + 1), 'Clicked ', clicks, ' times'),
      button('turn', () => setPapers((now) => now.toReversed()), 'Turn round'),
      button('change', () => setPaper(SECOND), 'Change the paper'),
    );
  };
}
