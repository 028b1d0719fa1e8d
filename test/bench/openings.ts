/** Opening the popup, with its worker killed and alive, beside the popup of an extension that does nothing. */
import type { CDPSession, Page } from '@playwright/test';
import { type Extension, popupPath } from '../e2e/support/chromium.ts';
import { readProcessTimes, timeSpentSince } from './process-cpu.ts';
import { mean, median, type Row } from './row.ts';

export type Stage = {
  readonly extension: Extension;
  /** The browser's own debugging session. */
  readonly browser: CDPSession;
  /** Origin of the extension that does nothing. */
  readonly bare: string;
};

/** Milliseconds. Paint and list since the page was asked for; CPU of all processes of pages until they rest. */
type Opening = { readonly paint: number; readonly list: number; readonly cpu: number };

const cases = ['bareCold', 'ourCold', 'bareWarm', 'ourWarm'] as const;
type Openings = Record<(typeof cases)[number], Opening[]>;

export async function measureOpenings(stage: Stage, runs: number): Promise<Openings> {
  const { extension, bare } = stage;
  const ours = `${extension.origin}/${popupPath}`;
  const theirs = `${bare}/popup.html`;
  const openings: Openings = { bareCold: [], ourCold: [], bareWarm: [], ourWarm: [] };
  // The first run is not counted: it also fills the browser's caches.
  for (let run = 0; run <= runs; run += 1) {
    await extension.killWorker();
    const bareCold = await measureOpening(stage, theirs);
    await extension.killWorker();
    const ourCold = await measureOpening(stage, ours);
    const bareWarm = await measureOpening(stage, theirs);
    const ourWarm = await measureOpening(stage, ours);
    if (run === 0) continue;
    const turn = { bareCold, ourCold, bareWarm, ourWarm };
    for (const name of cases) openings[name].push(turn[name]);
  }
  return openings;
}

async function measureOpening({ extension, browser }: Stage, url: string): Promise<Opening> {
  const page = await extension.context.newPage();
  try {
    await page.addInitScript(watchRows);
    const before = await readProcessTimes(browser);
    await page.goto(url);
    const times = await readTimes(page, url.startsWith(extension.origin));
    return { ...times, cpu: await timeSpentSince(browser, before) };
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

async function readTimes(page: Page, hasList: boolean) {
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

export type Aims = { readonly paint: string; readonly list: string; readonly cpu: string };

export function openingRows(openings: Openings, items: number, aims: Aims): Row[] {
  const { bareCold, ourCold, bareWarm, ourWarm } = openings;
  const named = (what: string) => `popup, ${items.toLocaleString('en')} items, ${what}`;
  const paints = (all: readonly Opening[]) => median(all.map(({ paint }) => paint));
  const lists = (all: readonly Opening[]) => median(all.map(({ list }) => list));
  // Every figure comes in steps of 10 ms, so a median would too.
  const cpu = (all: readonly Opening[]) => mean(all.map((each) => each.cpu));
  const row = (name: string, figures: readonly [number, number], aim: string): Row => {
    const [ours, theirs] = figures;
    return { name: named(name), ours, theirs, unit: 'ms', ratio: ours / theirs, aim };
  };
  return [
    row('worker killed: first paint', [paints(ourCold), paints(bareCold)], aims.paint),
    row('worker killed: list', [lists(ourCold), paints(bareCold)], aims.list),
    row('worker killed: CPU', [cpu(ourCold), cpu(bareCold)], aims.cpu),
    row('worker alive: first paint', [paints(ourWarm), paints(bareWarm)], ''),
    row('worker alive: list', [lists(ourWarm), paints(bareWarm)], ''),
    row('worker alive: CPU', [cpu(ourWarm), cpu(bareWarm)], ''),
  ];
}
