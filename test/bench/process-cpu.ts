/**
 * CPU time of the processes that run pages and workers, as the browser itself counts it. The system
 * counts in steps of 10 ms, so a single figure is coarse and the mean of many is not.
 */
import type { CDPSession } from '@playwright/test';

/** Milliseconds since its start, by the process's id. */
export type ProcessTimes = ReadonlyMap<number, number>;

export async function readProcessTimes(browser: CDPSession): Promise<ProcessTimes> {
  const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
  const renderers = processInfo.filter(({ type }) => type === 'renderer');
  return new Map(renderers.map(({ id, cpuTime }) => [id, cpuTime * 1000]));
}

/** Milliseconds spent since `before`, once every process rests. */
export async function timeSpentSince(browser: CDPSession, before: ProcessTimes): Promise<number> {
  let spent = -1;
  for (;;) {
    const now = await readProcessTimes(browser);
    const sum = [...now].reduce((all, [id, time]) => all + time - (before.get(id) ?? 0), 0);
    if (sum === spent) return spent;
    spent = sum;
    await new Promise((later) => setTimeout(later, 400));
  }
}
