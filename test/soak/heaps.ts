/** Memory of the worker, the popup and the page in front, after everything unreachable was collected. */
import type { CDPSession } from '@playwright/test';
import { popupPath } from '../e2e/support/chromium.ts';
import { attachTo, findTargets } from '../e2e/support/target.ts';

/** Bytes, array buffers included; null where there is no such target now. */
export type Heaps = {
  readonly worker: number | null;
  readonly popup: number | null;
  /** The page with our content scripts in it. */
  readonly page: number | null;
};

export async function readHeaps(
  browser: CDPSession,
  { origin, pageUrl }: { readonly origin: string; readonly pageUrl: string },
): Promise<Heaps> {
  const targets = await findTargets(browser);
  const worker = targets.find(
    ({ type, url }) => type === 'service_worker' && url.startsWith(origin),
  );
  const popup = targets.find(({ url }) => url.startsWith(`${origin}/${popupPath}`));
  const page = targets.find(({ url }) => url.startsWith(pageUrl));
  const readOf = async (target: { readonly targetId: string } | undefined) =>
    target === undefined ? null : await read(browser, target.targetId);
  return {
    worker: await readOf(worker),
    popup: await readOf(popup),
    page: await readOf(page),
  };
}

async function read(browser: CDPSession, targetId: string): Promise<number> {
  const target = await attachTo(browser, targetId);
  try {
    // Twice: what the first one finds to finalise only the second one frees.
    await target.call('HeapProfiler.collectGarbage');
    await target.call('HeapProfiler.collectGarbage');
    const { usedSize, backingStorageSize } = await target.call('Runtime.getHeapUsage');
    return Number(usedSize) + Number(backingStorageSize);
  } finally {
    await target.detach();
  }
}
