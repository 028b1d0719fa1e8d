/**
 * What scripts cost the main thread of a page.
 *
 * `ScriptDuration` and `V8CompileDuration` of the page's own process, in the `threadTicks` domain: CPU
 * time of that thread, which other processes of a busy machine do not lengthen as they do the clock.
 * The pages measured have no script of their own, so with no extension both stay at zero, and what is
 * there with one is its content script. `TaskDuration` would hold the making of the isolated world
 * too, but it also holds parsing and layout, and these vary by more than a whole content script takes.
 */
import type { BrowserContext, CDPSession, Page } from '@playwright/test';

export type Cost = {
  /** Milliseconds of CPU. */
  readonly script: number;
  /** Kilobytes after a garbage collection, all frames of the process together. */
  readonly heap: number;
};

export type Tab = { readonly page: Page; readonly cdp: CDPSession };

/** Every measurement has a tab of its own, so that it finds a new process without compiled scripts. */
export async function inTab<T>(context: BrowserContext, work: (tab: Tab) => Promise<T>) {
  const page = await context.newPage();
  try {
    const cdp = await context.newCDPSession(page);
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
    return await work({ page, cdp });
  } finally {
    await page.close();
  }
}

/** Milliseconds of CPU that scripts have cost since the tab was opened, so far. */
export async function readScript({ cdp }: Tab): Promise<number> {
  return (await readMetrics(cdp)).script;
}

/** What scripts have cost since the tab was opened, once they rest. */
export async function readCost({ cdp }: Tab): Promise<Cost> {
  let script = -1;
  for (;;) {
    const now = await readMetrics(cdp);
    if (now.script === script) break;
    script = now.script;
    await new Promise((later) => setTimeout(later, 250));
  }
  await cdp.send('HeapProfiler.collectGarbage');
  return { script, heap: (await readMetrics(cdp)).heap };
}

async function readMetrics(cdp: CDPSession): Promise<Cost> {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return {
    script: (of('ScriptDuration') + of('V8CompileDuration')) * 1000,
    heap: of('JSHeapUsedSize') / 1000,
  };
}

/** Microseconds between two looks at what runs. */
const samplingInterval = 200;

/**
 * Milliseconds that scripts of extensions ran during `work`, by samples: for pages with scripts of their
 * own. Functions of the page that ours call do not count, nor does garbage.
 */
export async function profileExtensions<T>({ cdp }: Tab, work: () => Promise<T>) {
  await cdp.send('Profiler.enable');
  await cdp.send('Profiler.setSamplingInterval', { interval: samplingInterval });
  await cdp.send('Profiler.start');
  const value = await work();
  const { profile } = await cdp.send('Profiler.stop');
  const ours = new Set(
    profile.nodes
      .filter(({ callFrame }) => callFrame.url.startsWith('chrome-extension://'))
      .map(({ id }) => id),
  );
  const deltas = profile.timeDeltas ?? [];
  const micros = (profile.samples ?? []).reduce(
    (sum, node, index) => (ours.has(node) ? sum + (deltas[index + 1] ?? 0) : sum),
    0,
  );
  return { value, milliseconds: micros / 1000 };
}
