import type { MentionState, Recognition } from './paper';

/**
 * What one part of the extension has another draw: a text, or an element's name, attributes and children. The worker
 * describes cards, notices and badges this way, so that the script which every page loads, and which rarely has
 * anything to show, carries none of it.
 */
export type Markup = string | readonly [tag: string, attributes: Record<string, string>, ...children: Markup[]];

/** Something to draw in a closed shadow root over a page. */
export interface Sheet {
  css: string;
  content: Markup;
}

/** How badges look: one mark for each state, all of one size, and the words that say the same. */
export interface BadgeLook {
  css: string;
  states: Record<MentionState, { mark: Markup; words: string }>;
  /** What is said of how a paper was recognised, after the words of its state. */
  recognised: Record<Recognition, string>;
}
