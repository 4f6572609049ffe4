import { afterAll, beforeAll, expect, it } from 'vitest';
import { madeUpId } from './exchange-files';
import { Firefox } from './firefox';
import { htmlOf, OWN_PAGE } from './own-page';

/** What a page of the extension may call; the rest of the API is not for tests. */
declare const browser: { runtime: { sendMessage(message: unknown): Promise<unknown> } };

const WORDS =
  'The ferryman writes down every name that is called from the other bank, and reads them aloud when the fog has gone.';
const ID = madeUpId(1);

let firefox: Firefox;
beforeAll(async () => {
  firefox = await Firefox.launch();
  firefox.serve({ [OWN_PAGE]: htmlOf(`<p>He said: ${WORDS.replace('every name', '<i>every</i> name')}</p>`) });
});
afterAll(() => firefox.close());

it('lists in the popup what stands in a paper, saves that, and shows where it is', async () => {
  const page = await firefox.visit(OWN_PAGE);
  const desk = await firefox.open('popup.html?tab=0');
  await desk.evaluate(
    (facts) =>
      browser.runtime.sendMessage({
        type: 'importPapers',
        data: { operation: 'of-a-test', items: [{ facts }] },
        timestamp: 0,
      }),
    { id: ID, title: 'Names in the fog', abstract: `As heard. ${WORDS}` },
  );
  const popup = await firefox.open(`popup.html?tab=${await firefox.tabId(page, desk)}`);
  await popup.waitForSelector('::-p-aria([name="Trace this page"][role="button"])');
  await popup.click('::-p-aria([name="Trace this page"][role="button"])');
  await popup.waitForSelector(`.passage[data-arxiv-id="${ID}"][data-state="saved"]`);
  expect(await popup.$eval('.passage', (passage) => passage.textContent)).toContain('Names in the fog');
  await popup.click('.passage .show');
  await expect.poll(() => page.evaluate(() => document.visibilityState)).toBe('visible');
});
