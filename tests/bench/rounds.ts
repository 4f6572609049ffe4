/** Measurements by name: each gets the number of the round, and gives what it measured. */
type Measurements<Measured> = { [Name in keyof Measured]: (round: number) => Promise<Measured[Name]> };

/**
 * Runs measurements in turn, round by round, so that a slow minute of the machine counts in all of them. The first
 * round is the browser's own warming up and is left out.
 *
 * @returns what each measured, run by run.
 */
export async function inTurn<Measured extends object>(
  rounds: number,
  measurements: Measurements<Measured>,
): Promise<{ [Name in keyof Measured]: Measured[Name][] }> {
  const names = Object.keys(measurements) as (keyof Measured)[];
  const runs = Object.fromEntries(names.map((name) => [name, []])) as unknown as {
    [Name in keyof Measured]: Measured[Name][];
  };
  for (let round = 0; round <= rounds; round++) {
    for (const name of names) {
      const measured = await measurements[name](round);
      if (round > 0) runs[name].push(measured);
    }
  }
  return runs;
}
