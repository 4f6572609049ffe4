/**
 * An error that was foreseen: its message is written for the person who reads it and says what happened,
 * what is safe and what to do. Anything else that is thrown is a fault of ours.
 */
export class ExpectedError extends Error {
  override name = 'ExpectedError';
}

/** Tells whether an error was foreseen, also when it has crossed from another context and lost its class. */
export function isExpected(error: unknown): error is Error {
  return error instanceof Error && error.name === 'ExpectedError';
}
