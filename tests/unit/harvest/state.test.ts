import { describe, expect, it } from 'vitest';
import { withHarvests } from '../../../lib/harvest/listed';
import { newRun } from '../../../lib/harvest/policy';
import { stateOf } from '../../../lib/harvest/state';
import type { HarvestRun } from '../../../lib/harvesting';
import type { PackSummary } from '../../../lib/pack';

const NOW = 1_772_000_000_000;
const REQUEST = { categories: ['cs.CL'] };
const FRESH = { nextRequestAt: 0, failures: 0 };

const run = (more: Partial<HarvestRun> = {}): HarvestRun => ({ ...newRun(1, REQUEST), ...more });
const first = { pace: FRESH, isFirst: true, isAsking: false };

describe('how a harvest stands', () => {
  it.each([
    ['while it is asked for', run(), { ...first, isAsking: true }, { kind: 'working' }],
    [
      'between two requests',
      run(),
      { ...first, pace: { nextRequestAt: NOW + 3000, failures: 0 } },
      { kind: 'working' },
    ],
    ['when all has come', run({ sets: [] }), { ...first, isFirst: false }, { kind: 'working' }],
    ['when others come first', run(), { ...first, isFirst: false }, { kind: 'waiting' }],
    ['when it is paused', run({ stage: 'paused', problem: 'slow' }), first, { kind: 'paused' }],
    [
      'when it is given up',
      run({ stage: 'failed', problem: 'endless' }),
      first,
      { kind: 'failed', problem: expect.stringContaining('leads back') },
    ],
    [
      'when something is wrong with its list',
      run({ notBefore: NOW + 60_000, problem: 'unreadable' }),
      first,
      { kind: 'waiting', nextAt: NOW + 60_000, problem: expect.stringContaining('breaks off') },
    ],
    [
      'when arXiv wants to be left alone',
      run({ notBefore: NOW + 60_000, problem: 'unreadable' }),
      { ...first, pace: { nextRequestAt: NOW + 90_000, failures: 1, problem: 'busy' as const } },
      { kind: 'waiting', nextAt: NOW + 90_000, problem: expect.stringContaining('left alone') },
    ],
  ])('%s', (_, one, around, state) => {
    expect(stateOf(one, around, NOW)).toEqual({ received: 0, papers: 0, ...state });
  });

  it('says how many records have come, and of how many where no other list is to come', () => {
    const list = { parts: 1, received: 10, furthest: 0, of: 30 };
    expect(stateOf(run({ list, listed: 5, papers: 7 }), first, NOW)).toMatchObject({ received: 15, of: 35, papers: 7 });
    expect(stateOf(run({ list, sets: ['cs:cs:CL', 'stat:stat:ML'] }), first, NOW)).not.toHaveProperty('of');
  });
});

it('is listed with the pack that there is, or in its place until it comes', () => {
  const pack: PackSummary = { name: 'mine', isOn: false, papers: 3, bytes: { papers: 1, index: 1 }, updated: 5 };
  const harvest = stateOf(run(), first, NOW);
  const packs = withHarvests(
    [pack, { ...pack, name: 'done' }],
    [
      { name: 'mine', request: REQUEST, harvest },
      { name: 'new', request: REQUEST, harvest },
      { name: 'done', request: REQUEST },
      { name: 'removed', request: REQUEST },
    ],
  );
  expect(packs).toEqual([
    { ...pack, harvest },
    { ...pack, name: 'done' },
    { name: 'new', request: REQUEST, harvest, isOn: true, papers: 0, bytes: { papers: 0, index: 0 }, updated: 0 },
  ]);
});
