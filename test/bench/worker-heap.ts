/** Memory of a worker, asked of the browser's debugger: Playwright has no session for workers. */
import type { CDPSession } from '@playwright/test';

export type Heap = {
  /** Objects of JavaScript, in bytes, after a garbage collection. */
  readonly objects: number;
  /** Contents of array buffers, in bytes; they lie outside of the heap. */
  readonly buffers: number;
};

export async function readWorkerHeap(browser: CDPSession, origin: string): Promise<Heap> {
  const { targetInfos } = await browser.send('Target.getTargets');
  const target = targetInfos.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
  );
  if (target === undefined) throw new Error('the worker is not running');
  const { targetId } = target;
  const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
  let lastId = 0;

  function call(method: string): Promise<Record<string, unknown>> {
    lastId += 1;
    const id = lastId;
    return new Promise((resolve) => {
      const onMessage = (event: { message: string; sessionId: string }) => {
        const answer = JSON.parse(event.message);
        if (event.sessionId !== sessionId || answer.id !== id) return;
        browser.off('Target.receivedMessageFromTarget', onMessage);
        resolve(Object(answer.result));
      };
      browser.on('Target.receivedMessageFromTarget', onMessage);
      const message = JSON.stringify({ id, method });
      void browser.send('Target.sendMessageToTarget', { sessionId, message });
    });
  }

  try {
    // Twice: what the first one finds to finalise only the second one frees.
    await call('HeapProfiler.collectGarbage');
    await call('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await call('Runtime.getHeapUsage');
    return { objects: Number(usedSize), buffers: Number(backingStorageSize) };
  } finally {
    await browser.send('Target.detachFromTarget', { sessionId });
  }
}
