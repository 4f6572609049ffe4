import { render } from 'preact';
import { CATEGORIES } from '../../lib/harvest/sets';
import {
  completion,
  count,
  edit,
  healthSource,
  packs,
  rank,
  rows,
  wholePapers,
} from '../../lib/messages/from-own-page';
import { choices } from '../../lib/own-pages/choices';
import type { PaperId } from '../../lib/paper';
import type { WholePaper } from '../../lib/row';
import { App } from './App';
import { goTo } from './go-to';
import { source } from './source';

/** More than anyone looks through. */
const LIMIT = 1000;

const index = { rank: (text: string) => rank(text, LIMIT), rows };

async function readPaper(id: PaperId): Promise<WholePaper | undefined> {
  const [whole] = await wholePapers([id]);
  return whole;
}

const box = document.getElementById('box') as HTMLInputElement;

document.getElementById('to-packs')?.addEventListener('click', () => goTo('packs'));
document.getElementById('to-exchange')?.addEventListener('click', () => goTo('exchange'));

// A link may say what is to be listed.
const query = new URLSearchParams(location.search).get('q');
if (query !== null && box.value === '') box.value = query;

render(
  <App
    box={box}
    source={source}
    health={healthSource}
    completion={completion}
    choices={choices}
    readPaper={readPaper}
    packs={packs}
    categories={CATEGORIES}
    index={index}
    count={count}
    edit={edit}
  />,
  document.getElementById('shelf') as HTMLElement,
);
