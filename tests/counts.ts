import { existsSync, readFileSync } from 'node:fs';

export interface Counts {
  passed: number;
  failed: number;
}

/** As much of Vitest's JSON report as is counted. */
interface Report {
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts the tests of a report. A file that fails as a whole, such as one that cannot be loaded, counts as one failed
 * test, and so does a run that ends badly for any other reason or in which there was no test.
 *
 * @param endedWell whether the runner said that all is well.
 */
export function readCounts(path: string, endedWell: boolean): Counts {
  const counts: Counts = { passed: 0, failed: 0 };
  const { testResults }: Report = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : { testResults: [] };
  for (const { status, assertionResults } of testResults) {
    const failed = assertionResults.filter((test) => test.status === 'failed').length;
    counts.passed += assertionResults.filter((test) => test.status === 'passed').length;
    counts.failed += failed === 0 && status === 'failed' ? 1 : failed;
  }
  const { passed, failed } = counts;
  return failed === 0 && (!endedWell || passed === 0) ? { passed, failed: 1 } : counts;
}
