/**
 * Opening the popup in the browser's bubble, with its worker stopped and alive, beside the popup of an extension that does nothing,
 * and of one whose popup does nothing but ask its worker.
 */
import type { CDPSession, Page } from '@playwright/test';
import type { Extension } from '../e2e/support/chromium.ts';
import { openPopupFrom } from '../e2e/support/real-popup.ts';
import { readProcessTimes, timeSpentSince } from './process-cpu.ts';
import { mean, median, type Row } from './row.ts';

export type Stage = {
  readonly extension: Extension;
  /** The browser's own debugging session. */
  readonly browser: CDPSession;
  /** The page over which popups open. */
  readonly site: Page;
  /** The extension that does nothing. */
  readonly bare: Opener;
  /** The extension whose popup shows what its worker answers. */
  readonly echo: Opener;
  readonly ours: Opener;
};

/** An extension, and a page of it that does nothing but open its popup. */
export type Opener = { readonly origin: string; readonly page: Page };

/**
 * Milliseconds. Paint and list since the page was asked for; `start`, from the click to that; CPU of all processes of
 * pages until they rest; the longest task of the page, 0 where none took 50.
 */
type Opening = {
  readonly paint: number;
  readonly list: number;
  readonly start: number;
  readonly cpu: number;
  readonly task: number;
};

const cases = ['bareCold', 'echoCold', 'ourCold', 'bareWarm', 'ourWarm'] as const;
export type Openings = Record<(typeof cases)[number], Opening[]>;

export async function measureOpenings(stage: Stage, runs: number): Promise<Openings> {
  const { bare, echo, ours } = stage;
  const openings: Openings = { bareCold: [], echoCold: [], ourCold: [], bareWarm: [], ourWarm: [] };
  // The first run is not counted: it also fills the browser's caches.
  for (let run = 0; run <= runs; run += 1) {
    const bareCold = await openCold(stage, bare);
    const echoCold = await openCold(stage, echo);
    const ourCold = await openCold(stage, ours);
    const bareWarm = await open(stage, bare);
    const ourWarm = await open(stage, ours);
    if (run === 0) continue;
    const turn = { bareCold, echoCold, ourCold, bareWarm, ourWarm };
    for (const name of cases) openings[name].push(turn[name]);
  }
  return openings;
}

async function openCold(stage: Stage, opener: Opener): Promise<Opening> {
  await stage.extension.killWorker();
  return open(stage, opener);
}

async function open({ browser, site, bare }: Stage, opener: Opener): Promise<Opening> {
  const before = await readProcessTimes(browser);
  const where = { session: browser, origin: opener.origin, site };
  const popup = await openPopupFrom(where, opener.page);
  const text = await popup.evaluate(watch(opener !== bare));
  const cpu = await timeSpentSince(browser, before);
  const task = await popup.evaluate(longestTask);
  const start = Number(await popup.evaluate('performance.timeOrigin')) - popup.struck;
  await popup.evaluate('setTimeout(() => close())');
  await popup.closed();
  return { ...JSON.parse(String(text)), start, cpu, task: Number(task) };
}

/**
 * For the popup, as text because tsx leaves traces in functions. Resolves with the times as JSON once everything is seen.
 * The list is seen when the browser says that it has painted its largest text; where the largest is not in the list, at the
 * start of the frame after the one that drew it.
 */
const watch = (hasList: boolean) => `new Promise((done) => {
  let seen = Infinity;
  new PerformanceObserver((all) => {
    for (const { element, startTime } of all.getEntries()) {
      if (element?.closest('[role=listbox]')) seen = Math.min(seen, startTime);
    }
  }).observe({ type: 'largest-contentful-paint', buffered: true });
  const look = () => {
    const paint = performance.getEntriesByName('first-paint')[0]?.startTime;
    const isThere = ${!hasList} || document.querySelector('[role=option]') !== null;
    if (paint === undefined || !isThere) return requestAnimationFrame(look);
    requestAnimationFrame(() => {
      const next = performance.now();
      setTimeout(() => {
        done(JSON.stringify({ paint, list: ${hasList} ? Math.min(seen, next) : paint }));
      }, 100);
    });
  };
  look();
})`;

const longestTask = `new Promise((done) => {
  let longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
  }).observe({ type: 'longtask', buffered: true });
  setTimeout(() => done(longest), 50);
})`;

export type Aims = {
  readonly paint: string;
  readonly list: string;
  readonly cpu: string;
  readonly task: string;
};

export function openingRows(openings: Openings, items: number, aims: Aims): Row[] {
  const { bareCold, echoCold, ourCold, bareWarm, ourWarm } = openings;
  const paints = (all: readonly Opening[]) => median(all.map(({ paint }) => paint));
  const lists = (all: readonly Opening[]) => median(all.map(({ list }) => list));
  const seen = (all: readonly Opening[]) => median(all.map(({ start, list }) => start + list));
  // Every figure comes in steps of 10 ms, so a median would too.
  const cpu = (all: readonly Opening[]) => mean(all.map((each) => each.cpu));
  const tasks = (all: readonly Opening[]) => Math.max(...all.map(({ task }) => task));
  const row = (name: string, figures: readonly [number, number], aim: string): Row => {
    const [ours, theirs] = figures;
    const full = `popup, ${items.toLocaleString('en')} items, ${name}`;
    return { name: full, ours, theirs, unit: 'ms', ratio: ours / theirs, aim };
  };
  return [
    row('worker stopped: first paint', [paints(ourCold), paints(bareCold)], aims.paint),
    row('worker stopped: list, beside a bare paint', [lists(ourCold), paints(bareCold)], aims.list),
    row('worker stopped: click to list, beside a bare paint', [seen(ourCold), seen(bareCold)], ''),
    row('worker stopped: list, beside an echo', [lists(ourCold), lists(echoCold)], ''),
    row('worker stopped: CPU', [cpu(ourCold), cpu(bareCold)], aims.cpu),
    row('worker stopped: CPU, beside an echo', [cpu(ourCold), cpu(echoCold)], ''),
    row('worker stopped: longest task', [tasks(ourCold), tasks(bareCold)], aims.task),
    row('worker alive: first paint', [paints(ourWarm), paints(bareWarm)], ''),
    row('worker alive: list, beside a bare paint', [lists(ourWarm), paints(bareWarm)], ''),
    row('worker alive: click to list, beside a bare paint', [seen(ourWarm), seen(bareWarm)], ''),
    row('worker alive: CPU', [cpu(ourWarm), cpu(bareWarm)], ''),
  ];
}
