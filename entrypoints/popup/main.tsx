import { render } from 'preact';
import { browser } from 'wxt/browser';
import { completion, healthSource, keeper, search } from '../../lib/messages/from-own-page';
import { choices } from '../../lib/own-pages/choices';
import { App } from './App';
import { drawMore } from './draw-more';
import { pageInFront } from './page-in-front';

/** More than anyone looks through. */
const LIMIT = 50;

const box = document.getElementById('box') as HTMLInputElement;
const panel = document.getElementById('panel') as HTMLElement;
const hint = document.getElementById('hint') as HTMLElement;

// The attribute alone waits for the first frame, and what is typed before that would be lost.
box.focus();

// With a tab in its address it was opened as a page, which stays when a paper is opened.
const tab = new URLSearchParams(location.search).get('tab');
const isPage = tab !== null;
document.documentElement.classList.toggle('page', isPage);
const page = pageInFront(tab);
const close = () => !isPage && window.close();

render(
  <App
    box={box}
    page={page}
    health={healthSource}
    choices={choices}
    search={(query) => search(query, LIMIT)}
    keeper={{ ...keeper, save: (id) => keeper.save(id, page.tab()) }}
    more={(done) => drawMore(page.tab, done)}
    completion={completion}
    close={close}
  />,
  panel,
);

panel.addEventListener('click', (event) => {
  const isOpened = event.target instanceof Element && event.target.closest('a');
  // A click that opens a tab in the background is one of several to come.
  if (isOpened && !event.ctrlKey && !event.metaKey && !event.shiftKey) setTimeout(close);
});

const commands = await browser.commands.getAll();
hint.textContent = commands.find(({ name }) => name === '_execute_action')?.shortcut || '↓ Enter';
