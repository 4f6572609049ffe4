import { browser } from 'wxt/browser';

const ALARM = 'ask-arxiv';

/** Chromium lets no alarm go off sooner than this, and stops a worker that has rested for as long. */
const SOONEST_ALARM = 30_000;

/** Calls at a moment that is set, which takes the place of the one before. To be made at each start of the worker. */
export interface Waker {
  wakeAt(moment: number): Promise<void>;
}

/** An alarm outlives the worker; a timer, in a worker that lives, is in time for what comes sooner than any alarm. */
export function createWaker(call: () => void): Waker {
  let timer: ReturnType<typeof setTimeout> | undefined;
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) call();
  });
  return {
    async wakeAt(moment) {
      clearTimeout(timer);
      const wait = moment - Date.now();
      if (wait < SOONEST_ALARM) timer = setTimeout(call, wait);
      await browser.alarms.create(ALARM, { when: Math.max(moment, Date.now() + SOONEST_ALARM) });
    },
  };
}
