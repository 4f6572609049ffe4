import { expect, it } from 'vitest';
import { inTurn } from '../../lib/in-turn';

it('begins each step when the one before has ended, well or not, and tells each what came of its own', async () => {
  const seen: string[] = [];
  const turn = inTurn();
  const step = (name: string, fails = false) =>
    turn(async () => {
      seen.push(`${name} begins`);
      await Promise.resolve();
      seen.push(`${name} ends`);
      if (fails) throw new Error(name);
    });
  const outcomes = await Promise.allSettled([step('one'), step('two', true), step('three')]);
  expect(seen).toEqual(['one begins', 'one ends', 'two begins', 'two ends', 'three begins', 'three ends']);
  expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
