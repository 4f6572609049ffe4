import { browser } from 'wxt/browser';
import type { Announcements, ArxivPageCommands, PageCommands, WorkerCommands } from './protocol';

/**
 * The protocol as content scripts speak it: the same map, the same envelope as the messaging library's, without
 * the library, which would be an eighth of a script that every page loads.
 */

type Heard = PageCommands & ArxivPageCommands & Announcements;
type Handlers = { [Type in keyof Heard]: (data: Parameters<Heard[Type]>[0]) => unknown };

/**
 * Asks the worker; rejects with the error that the worker threw. A worker that was stopped before it answered is asked
 * once more: whatever is asked twice comes out as if it had been asked once.
 */
export async function askWorker<Type extends keyof WorkerCommands>(
  type: Type,
  ...[data]: Parameters<WorkerCommands[Type]>
): Promise<ReturnType<WorkerCommands[Type]>> {
  const message = { type, data, timestamp: Date.now() };
  const ask = () => browser.runtime.sendMessage(message);
  const answer = (await ask().catch(ask)) ?? (await ask());
  if (answer.err) throw new Error(answer.err.message);
  return answer.res;
}

/**
 * Hears what the worker asks and announces, and leaves what is not for it to the other script in the page. Only the
 * extension itself can send here; no page can.
 */
export function hearWorker<Type extends keyof Heard>(handlers: Pick<Handlers, Type>): void {
  browser.runtime.onMessage.addListener(({ type, data }: { type: Type; data: never }, _sender, respond) => {
    if (!handlers[type]) return false;
    Promise.resolve(handlers[type](data)).then(
      (res) => respond({ res }),
      (error: unknown) => respond({ err: String(error) }),
    );
    return true;
  });
}
