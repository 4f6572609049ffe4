import { spawn } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { ROOT } from './paths';

/** Runs one of the project's own tools with its output in the terminal. Resolves to whether it ended well. */
export function runTool(name: string, ...args: string[]): Promise<boolean> {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, { cwd: ROOT, env: { ...process.env, PATH: path }, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}
