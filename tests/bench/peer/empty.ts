/** The least that a popup with Preact can be: a box that stands in the page, and one paragraph. */
import { h, render } from 'preact';

render(h('p', null, 'Nothing'), document.getElementById('panel') as HTMLElement);
