/** `npm start`: the extension in a Chromium of its own, on a page to try it on. With `--check`, headless, it reports. */
import { Chromium } from './browser/chromium';
import { checkSample } from './check-sample';
import { runTool } from './command';
import { servePages } from './pages/server';

const isCheck = process.argv.includes('--check');

async function start(): Promise<void> {
  // Without this, the browser says the same in a page of its own log.
  if (!isCheck && process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    throw new Error('There is no display to open a window on. npm start -- --check needs none.');
  }
  if (!(await runTool('wxt', 'build', '--level', 'warn'))) throw new Error('The build failed.');
  const pages = await servePages();
  const sample = `${pages.address}/sample.html`;
  const browser = await Chromium.launch({ headless: isCheck });
  try {
    if (isCheck) await checkSample(browser, sample, console.log);
    else await show(browser, sample);
  } finally {
    await browser.close();
    pages.close();
  }
}

/** Shows the sample page until the window is closed. */
async function show(browser: Chromium, sample: string): Promise<void> {
  const closed = new Promise<void>((resolve) => browser.context.once('close', () => resolve()));
  await browser.visit(sample);
  console.log(`Manicule is in the Chromium that has just opened, on ${sample}. Close its window to end.`);
  await closed;
}

try {
  await start();
  if (isCheck) console.log('Check passed.');
} catch (error) {
  console.log(`${isCheck ? 'Check failed' : 'Not started'}: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
