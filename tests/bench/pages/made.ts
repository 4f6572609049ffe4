import type { Page } from 'playwright-core';

/** What there is to be found on a page. */
export interface Contents {
  /** How many texts its body has. */
  texts: number;
  /** How many places of it get a badge. */
  known: number;
  /** How many elements have an id in words of their own. */
  inWords: number;
}

/** A made-up page, the same whenever it is made. */
export interface MadePage {
  address: string;
  html: string;
  contents: Contents;
  /** What happens on it after it has been read, and what there is to be found then. */
  burst?: { run(tab: Page): Promise<void>; contents: Contents };
}

/** A stretch of a made-up page. */
export type Piece = Omit<Contents, 'texts'> & { html: string };

/** A stretch in which no paper is named. */
export function plain(html: string): Piece {
  return { html, known: 0, inWords: 0 };
}

/** Puts stretches together to a page. */
export function pageOf(address: string, pieces: readonly Piece[]): MadePage {
  const body = pieces.map(({ html }) => html).join('');
  const head = '<head><meta charset="utf-8"><title>Made up</title></head>';
  return {
    address,
    html: `<!doctype html><html lang="en">${head}<body>${body}</body></html>`,
    contents: {
      texts: countTexts(body),
      known: pieces.reduce((sum, { known }) => sum + known, 0),
      inWords: pieces.reduce((sum, { inWords }) => sum + inWords, 0),
    },
  };
}

/** How many texts a browser makes of markup: one of whatever stands between two tags. */
export function countTexts(html: string): number {
  return html.split(/<[^>]*>/).filter(Boolean).length;
}
