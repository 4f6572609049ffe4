import type { RefObject } from 'preact';
import { KEYS } from './keys';

/** A filter of the search, as the help explains it. */
interface FilterHelp {
  example: string;
  help: string;
}

const WORDS: readonly FilterHelp[] = [
  { example: 'flexible data', help: 'papers with these words, the best first' },
  { example: '"flow of data"', help: 'papers with these words one after the other' },
  { example: '-survey', help: 'papers without the word; the same with a phrase or a filter' },
  { example: '2511.07317', help: 'that paper; the same with a link to it' },
];

/** All keys, and what one may write in the search box. */
export function Help({
  dialog,
  filters,
}: {
  dialog: RefObject<HTMLDialogElement | null>;
  filters: readonly FilterHelp[];
}) {
  return (
    <dialog class="help" ref={dialog} aria-labelledby="help">
      <header>
        <h2 id="help">Keys and search</h2>
        <form method="dialog">
          <button type="submit">Close</button>
        </form>
      </header>
      <table>
        <caption>Keys</caption>
        <tbody>
          {KEYS.map(({ keys, does }) => (
            <tr key={does}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{SHOWN[key] ?? key}</kbd>
                ))}
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table>
        <caption>Search</caption>
        <tbody>
          {[...WORDS, ...filters].map(({ example, help }) => (
            <tr key={example}>
              <th scope="row">
                <code>{example}</code>
              </th>
              <td>{help}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </dialog>
  );
}

const SHOWN: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  'Control+a': 'Ctrl A',
  'Control+z': 'Ctrl Z',
  Delete: 'Del',
  Escape: 'Esc',
};
