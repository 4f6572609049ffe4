/** Milliseconds to wait for what is expected: much longer than anything takes on a slow machine. */
export const WAIT = 20_000;
