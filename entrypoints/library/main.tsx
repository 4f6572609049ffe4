import { render } from 'preact';
import { edit, rank } from '../../lib/messages/from-own-page';
import { App } from './App';
import { readPaper, source } from './source';

const box = document.getElementById('box') as HTMLInputElement;

// A link may say what is to be listed.
const query = new URLSearchParams(location.search).get('q');
if (query !== null && box.value === '') box.value = query;

render(
  <App box={box} source={source} readPaper={readPaper} rank={rank} edit={edit} />,
  document.getElementById('shelf') as HTMLElement,
);
