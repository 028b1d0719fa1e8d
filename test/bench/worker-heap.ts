/** Memory of a worker, asked of the browser's debugger: Playwright has no session for workers. */
import type { CDPSession } from '@playwright/test';
import { attachTo, findTargets } from '../e2e/support/target.ts';

export type Heap = {
  /** Objects of JavaScript, in bytes, after a garbage collection. */
  readonly objects: number;
  /** Contents of array buffers, in bytes; they lie outside of the heap. */
  readonly buffers: number;
};

export async function readWorkerHeap(browser: CDPSession, origin: string): Promise<Heap> {
  const target = (await findTargets(browser)).find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
  );
  if (target === undefined) throw new Error('the worker is not running');
  const worker = await attachTo(browser, target.targetId);
  try {
    // Twice: what the first one finds to finalise only the second one frees.
    await worker.call('HeapProfiler.collectGarbage');
    await worker.call('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await worker.call('Runtime.getHeapUsage');
    return { objects: Number(usedSize), buffers: Number(backingStorageSize) };
  } finally {
    await worker.detach();
  }
}
