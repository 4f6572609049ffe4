/** What reading a page may cost, and why. */

/** Milliseconds of work before the page gets its turn: half a frame, so that scrolling stays smooth. */
export const SLICE_MS = 8;

/** Milliseconds that a busy page may put off our next slice. */
export const PATIENCE_MS = 100;

/** Links read between two looks at the clock: at most a fraction of a millisecond of reading. */
export const LINKS_PER_LOOK = 256;

/** Texts walked between two looks at the clock: a few milliseconds at most. */
export const TEXTS_PER_LOOK = 5000;

/** Elements and texts walked between two looks at the clock where words are traced: at most a millisecond or two. */
export const NODES_PER_LOOK = 256;

/** How often the words of a page that are traced are read anew because the page took away what was being read. */
export const MAX_READINGS = 3;

/**
 * Elements of a page whose words are looked through in one go. Where they hold something, each of their texts is walked:
 * with more of them that takes longer, with fewer the going.
 */
export const ELEMENTS_PER_STRETCH = 64;

/** Elements within words that may stand one after another where a stretch is to end: as many as a name or a title has. */
export const INLINE_IN_A_ROW = 32;

/** Changes waiting to be read above which the whole page is: cheaper than each changed piece by itself. */
export const MAX_CHANGES = 1000;

/**
 * Milliseconds of rest after a page was read anew as a whole because of its changes: one that goes on changing so much
 * is read no more often.
 */
export const REST_MS = 5000;

/**
 * Milliseconds for which badges wait for a page to have loaded. A framework that takes over markup from its server does
 * so while the page loads, and must find it as it was sent; but a picture that never comes must not keep badges away.
 */
export const LOAD_PATIENCE_MS = 3000;

/** Ids asked about in one message: what the worker admits. */
export const IDS_PER_QUESTION = 500;

/** How often a badge is put back that the page has removed, before the page is left to have its way. */
export const MAX_REPLACEMENTS = 3;

/** Letters of a selection that are looked through for a paper: more than anyone selects to name one. */
export const MAX_SELECTION = 10_000;

/** Spots for badges found before the first of them is put in: that takes a fraction of a millisecond, a layout more. */
export const SPOTS_AT_ONCE = 32;
