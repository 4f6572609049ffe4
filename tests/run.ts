/** `npm test`: every check and every test. Its last line is `N passed, N failed`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from './browser/find';
import { runTool } from './command';
import { type Counts, readCounts } from './counts';

/** One check. A browser that is not there is looked for, and got, before the tests run side by side. */
const CHECKS: Record<string, () => Promise<boolean>> = {
  'the formatting': () => runTool('oxfmt', '--check'),
  'the lint rules': () => runTool('oxlint', '--deny-warnings'),
  'the build for Chromium': () => runTool('wxt', 'build', '--level', 'warn'),
  'the build for Firefox': () => runTool('wxt', 'build', '-b', 'firefox', '--level', 'warn'),
  // A clean checkout has no .wxt, whose types the others build on.
  'the types': async () => (await runTool('wxt', 'prepare', '--level', 'warn')) && runTool('tsc', '--noEmit'),
  'unused code': () => runTool('knip'),
  'the browsers': async () => Boolean(findBrowser('chromium') && findBrowser('firefox')),
};

const folder = mkdtempSync(join(tmpdir(), 'manicule-test-'));
const total: Counts = { passed: 0, failed: 0 };
const failures: string[] = [];

for (const [name, check] of Object.entries(CHECKS)) {
  console.log(`\n== ${name}`);
  const passed = await check().catch((error: unknown) => {
    console.log(String(error));
    return false;
  });
  count(name, { passed: passed ? 1 : 0, failed: passed ? 0 : 1 });
}
for (const project of ['unit', 'browser']) {
  console.log(`\n== the ${project} tests`);
  const report = join(folder, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const endedWell = await runTool('vitest', 'run', '-c', 'tests/vitest.config.ts', '--project', project, ...reporters);
  count(`the ${project} tests`, readCounts(report, endedWell));
}
rmSync(folder, { recursive: true });

if (failures.length > 0) console.log(`\nFailed: ${failures.join(', ')}.`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function count(name: string, { passed, failed }: Counts): void {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) failures.push(name);
}
