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
    const { sessionId } = await session.send('Target.attachToTarget', { targetId: worker.targetId, flatten: false });
    await call(session, sessionId, 1, 'HeapProfiler.enable');
    await call(session, sessionId, 2, 'HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await call(session, sessionId, 3, 'Runtime.getHeapUsage');
    return usedSize + backingStorageSize;
  } finally {
    await session.detach();
  }
}

interface HeapUsage {
  usedSize: number;
  backingStorageSize: number;
}

/** Calls a method of DevTools in the session of a worker, and gives what it answers, which for most is nothing. */
function call(session: CDPSession, sessionId: string, id: number, method: string): Promise<HeapUsage> {
  return new Promise((resolve, reject) => {
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const reply: { id?: number; result?: HeapUsage; error?: { message: string } } = JSON.parse(message);
      if (reply.id !== id) return;
      if (reply.result) resolve(reply.result);
      else reject(new Error(`${method}: ${reply.error?.message}`));
    });
    session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) }).catch(reject);
  });
}
