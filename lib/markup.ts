import type { MentionState, Recognition } from './paper';

/**
 * What one part of the extension has another draw: a text, or an element's name, attributes and children. The worker
 * describes cards, notices and badges this way, so that the script which every page loads, and which rarely has
 * anything to show, carries none of it.
 */
export type Markup = string | MarkupElement;
export type MarkupElement = readonly [tag: string, attributes: Record<string, string>, ...children: Markup[]];

/** Something to draw in a closed shadow root over a page. */
export interface Sheet {
  css: string;
  content: MarkupElement;
}

/**
 * What a person did with something that is drawn. A button with a name and a value stands for it when it is pressed; a
 * field with a name when it was changed, one of several lines also while it is typed in.
 */
export interface Act {
  /** Names this act and no other: asked for twice, it is done once. */
  operation: string;
  /** The name of the control. */
  name: string;
  /** Of a field, what stands in it. */
  value: string;
  /** Of a field, what stood in it before. */
  from?: string | undefined;
}

/** An act, or none where it has no name. */
export type MaybeAct = { [Part in keyof Act]?: Act[Part] | undefined };

/**
 * How something that can be used looks by now. Drawn anew, an element at the same place with the same name is the same
 * one, and has attributes of the same names.
 */
export interface Drawing {
  content: MarkupElement;
  /** Whether the act that was asked for was done; else the content says why not. */
  isDone?: boolean;
  /** What goes to the clipboard. */
  copy?: string;
  /** The content where the browser does not let it go there. */
  refused?: MarkupElement;
}

/** How badges look: one mark for each state, all of one size, and the words that say the same. */
export interface BadgeLook {
  css: string;
  states: Record<MentionState, { mark: MarkupElement; words: string }>;
  /** What is said of how a paper was recognised, after the words of its state. */
  recognised: Record<Recognition, string>;
}
