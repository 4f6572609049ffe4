/**
 * What an extension's worker holds in memory. Playwright opens no session of DevTools for workers; one of the browser can
 * speak to them.
 */
import type { Browser, BrowserContext, CDPSession } from 'playwright-core';

/** The bytes that a worker which runs holds after its garbage is collected: objects, and the buffers beside them. */
export async function workerHeap(context: BrowserContext, base: string): Promise<number> {
  const session = await (context.browser() as Browser).newBrowserCDPSession();
  try {
    const { targetInfos } = await session.send('Target.getTargets');
    const worker = targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(base));
    if (!worker) throw new Error('The worker does not run.');
    const { sessionId } = await session.send('Target.attachToTarget', { targetId: worker.targetId });
    await call(session, sessionId, 'HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await call(session, sessionId, 'Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  } finally {
    await session.detach();
  }
}

interface Reply {
  result: { usedSize: number; backingStorageSize: number };
}

/** Calls a method of DevTools in the session of a worker. */
async function call(session: CDPSession, sessionId: string, method: string): Promise<Reply['result']> {
  const reply = new Promise<Reply>((resolve) => {
    session.once('Target.receivedMessageFromTarget', ({ message }) => resolve(JSON.parse(message)));
  });
  await session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: 1, method }) });
  return (await reply).result;
}
