/** Gives a function that lets steps follow each other, each begun when the one before has ended, well or not. */
export function inTurn(): <Result>(step: () => Promise<Result>) => Promise<Result> {
  let last: Promise<unknown> = Promise.resolve();
  return (step) => {
    const next = last.catch(() => undefined).then(step);
    last = next;
    return next;
  };
}
