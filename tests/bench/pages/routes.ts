/** An application of one page: each of its routes replaces the main part of it. */
import type { Page } from 'playwright-core';
import { createRandom } from '../random';
import { type MadePage, pageOf, plain } from './made';
import { bundledId, filler, mentionById } from './pieces';

const KNOWN_ON_A_ROUTE = 10;
const FILLERS_ON_A_ROUTE = 60;
/** After so many routes they look the same again, but for the papers, so that two of them can be weighed. */
const SHAPES = 10;

export const application: MadePage = pageOf('https://application.example.org/', [
  plain('<header><a href="/">Application</a></header><main></main>'),
]);

/** Goes on to a route; resolves to the known papers that it names, which are other ones than the route before named. */
export async function goToRoute(tab: Page, route: number): Promise<string[]> {
  const random = createRandom(route % SHAPES);
  const first = route * KNOWN_ON_A_ROUTE;
  // Every second mention is of a paper that nobody has, and that no other route names.
  const mentions = Array.from({ length: 2 * KNOWN_ON_A_ROUTE }, (_, at) => mentionById(2 * first + at, random));
  const fillers = Array.from({ length: FILLERS_ON_A_ROUTE }, () => filler(random));
  const { html } = pageOf('', [...fillers, ...mentions]);
  await tab.evaluate(show, { path: `/${route}`, html });
  return Array.from({ length: KNOWN_ON_A_ROUTE }, (_, at) => bundledId(first + at));
}

/** Runs in the page. */
function show({ path, html }: { path: string; html: string }): void {
  history.pushState({}, '', path);
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  document.querySelector('main')?.replaceChildren(...body.children);
}
