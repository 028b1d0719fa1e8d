/**
 * How long the popup takes to its first paint and to its list, beside the popup of an extension
 * that does nothing (one line of HTML, an empty worker), in turn in one browser.
 */
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { type Extension, launchExtension } from '../e2e/support/chromium.ts';
import { signIn } from '../e2e/support/sign-in.ts';
import { startServer } from '../server/start.ts';
import { type Row, timeRow } from './row.ts';

const runs = 15;
const items = 10_000;

type Times = { paint: number; list: number };

export async function benchPopup(): Promise<Row[]> {
  const server = await startServer({ items });
  const extension = await launchExtension();
  try {
    const bare = await extension.loadAnother(resolve('test/bench/bare-extension'));
    const site = await extension.context.newPage();
    await site.goto(server.site.loginUrl);
    const popup = await extension.openPopup(site);
    await signIn(popup, server.v4);
    await popup.close();

    const open = (url: string) => timeOf(extension, url);
    const ours = `${extension.origin}/src/popup/index.html`;
    const theirs = `${bare}/popup.html`;
    // Neither is measured on its first opening, which also fills the browser's caches.
    await open(ours);
    await open(theirs);

    const times = { bareCold: [], ourCold: [], bareWarm: [], ourWarm: [] } as {
      [K in 'bareCold' | 'ourCold' | 'bareWarm' | 'ourWarm']: Times[];
    };
    for (let run = 0; run < runs; run += 1) {
      await extension.killWorker();
      times.bareCold.push(await open(theirs));
      await extension.killWorker();
      times.ourCold.push(await open(ours));
      times.bareWarm.push(await open(theirs));
      times.ourWarm.push(await open(ours));
    }
    const paints = (all: readonly Times[]) => all.map(({ paint }) => paint);
    const lists = (all: readonly Times[]) => all.map(({ list }) => list);
    const of = (name: string) => `popup, ${items} items, ${name}`;
    const cold = paints(times.bareCold);
    const warm = paints(times.bareWarm);
    return [
      timeRow(
        of('worker killed: first paint'),
        { ours: paints(times.ourCold), theirs: cold },
        '<= 1.1x',
      ),
      timeRow(of('worker killed: list'), { ours: lists(times.ourCold), theirs: cold }, '<= 1.5x'),
      timeRow(of('worker alive: first paint'), { ours: paints(times.ourWarm), theirs: warm }, ''),
      timeRow(of('worker alive: list'), { ours: lists(times.ourWarm), theirs: warm }, ''),
    ];
  } finally {
    await extension.close();
    await server.close();
  }
}

/** Opens a page and tells when it painted and when its first row was on the screen, ms since it was asked for. */
async function timeOf(extension: Extension, url: string): Promise<Times> {
  const page = await extension.context.newPage();
  try {
    await page.addInitScript(watchRows);
    await page.goto(url);
    return await readTimes(page, url.startsWith(extension.origin));
  } finally {
    await page.close();
  }
}

/** Runs in the page before its own scripts. */
function watchRows(): void {
  const watcher = new MutationObserver(() => {
    if (document.querySelector('[role=option]') === null) return;
    watcher.disconnect();
    // The frame after the one that draws it: then it is seen.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('list')));
  });
  watcher.observe(document, { childList: true, subtree: true });
}

async function readTimes(page: Page, hasList: boolean): Promise<Times> {
  const times = await page.waitForFunction((wanted) => {
    const paint = performance.getEntriesByName('first-paint')[0]?.startTime;
    const list = performance.getEntriesByName('list')[0]?.startTime;
    if (paint === undefined || (wanted && list === undefined)) return null;
    return { paint, list: list ?? paint };
  }, hasList);
  const value = await times.jsonValue();
  if (value === null) throw new Error('nothing was painted');
  return value;
}
