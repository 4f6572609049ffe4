import { Exchange } from './Exchange';

/** Everything under the head of the library page. */
export function App() {
  return (
    <aside class="side">
      <Exchange />
    </aside>
  );
}
