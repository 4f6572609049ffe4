import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { readCounts } from '../counts';

const folder = mkdtempSync(join(tmpdir(), 'manicule-counts-'));
afterAll(() => rmSync(folder, { recursive: true }));

const file = (status: string, ...tests: string[]) => ({
  status,
  assertionResults: tests.map((result) => ({ status: result })),
});

it.each([
  ['all is well', true, [file('passed', 'passed', 'passed'), file('passed', 'passed')], { passed: 3, failed: 0 }],
  ['a test fails', false, [file('failed', 'passed', 'failed')], { passed: 1, failed: 1 }],
  ['a file cannot be loaded', false, [file('failed'), file('passed', 'passed')], { passed: 1, failed: 1 }],
  ['a hook fails after its tests', false, [file('failed', 'passed')], { passed: 1, failed: 1 }],
  ['the runner fails for another reason', false, [file('passed', 'passed')], { passed: 1, failed: 1 }],
  ['there is no test', true, [], { passed: 0, failed: 1 }],
  ['every test is skipped', true, [file('passed', 'skipped')], { passed: 0, failed: 1 }],
])('counts right where %s', (_case, endedWell, testResults, counts) => {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify({ testResults }));
  expect(readCounts(path, endedWell)).toEqual(counts);
});

it('counts a report that was never written as a failure', () => {
  expect(readCounts(join(folder, 'none.json'), false)).toEqual({ passed: 0, failed: 1 });
});
