/** Gives a function that lets steps follow each other, each begun when the one before has ended, well or not. */
export function inTurn(): (step: () => Promise<void>) => Promise<void> {
  let last = Promise.resolve();
  return (step) => (last = last.catch(() => undefined).then(step));
}
