import { type ComponentChild, render } from 'preact';
import { browser } from 'wxt/browser';
import { LargeHand } from '../../components/Mark';
import { completion, keeper, search } from '../../lib/messages/from-own-page';
import { choices } from '../../lib/own-pages/choices';
import { AskArxiv } from './AskArxiv';
import { Legend } from './Legend';
import { TrySearch } from './TrySearch';

/** Enough to see that it works. */
const LIMIT = 8;

function fill(id: string, content: ComponentChild): void {
  render(content, document.getElementById(id) as HTMLElement);
}

fill('hand', <LargeHand />);
fill('legend', <Legend />);
fill('asking', <AskArxiv completion={completion} choices={choices} />);
fill(
  'panel',
  <TrySearch
    box={document.getElementById('box') as HTMLInputElement}
    search={(query) => search(query, LIMIT)}
    keeper={keeper}
  />,
);

// A person may have given them other keys, or none.
for (const { name, shortcut } of await browser.commands.getAll()) {
  const mention = document.querySelector(`[data-keys-of="${name}"]`);
  const keys = mention?.querySelector('kbd');
  if (shortcut && keys) keys.textContent = shortcut;
  else mention?.remove();
}
