/**
 * What our content script costs the page: beside the same page with an extension that has none, and
 * with one whose content script is empty, each in a browser of its own, in turn.
 */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { BrowserContext } from '@playwright/test';
import { type Extension, launchExtension } from '../e2e/support/chromium.ts';
import { signIn } from '../e2e/support/sign-in.ts';
import { type RunningServer, startServer } from '../server/start.ts';
import { shownMenu } from '../support/content/menu.ts';
import { type PageServer, servePages } from './content-pages.ts';
import { median, type Row } from './row.ts';
import { inTab, profileExtensions, readCost, readScript, type Tab } from './script-cost.ts';

const runs = 9;
/** Each takes five seconds in each browser. */
const restlessRuns = 3;
const restlessMilliseconds = 5000;

const variants = ['bare', 'empty', 'ours'] as const;
type Variant = (typeof variants)[number];
type Figures = Readonly<Record<string, number>>;
type Look = (context: BrowserContext, variant: Variant) => Promise<Figures>;
/** `runs` are those that count. */
type Probe = { readonly runs: number; readonly look: Look };
/** Medians of every figure in each browser. */
type Medians = (figure: string) => Record<Variant, number>;

export async function benchContent(): Promise<Row[]> {
  const pages = await servePages();
  const server = await startServer();
  const open = new Map<Variant, Extension>();
  try {
    open.set('bare', await launchExtension({ folder: resolve('test/bench/bare-extension') }));
    open.set('empty', await launchExtension({ folder: resolve('test/bench/empty-extension') }));
    open.set('ours', await launchSignedIn(server));
    return rowsOf(await measure(open, probesOf(pages, server)));
  } finally {
    for (const extension of open.values()) await extension.close();
    await server.close();
    pages.close();
  }
}

/** Signed in, so that the worker has something to offer at the login field. */
async function launchSignedIn(server: RunningServer): Promise<Extension> {
  const extension = await launchExtension();
  const popup = await extension.openPopup();
  await signIn(popup, server.v4);
  await popup.close();
  return extension;
}

function probesOf(pages: PageServer, server: RunningServer): readonly Probe[] {
  const resting =
    (name: 'article' | 'table' | 'login' | 'frames'): Look =>
    (context) =>
      inTab(context, async (tab) => {
        await tab.page.goto(pages.url(name));
        const { script, heap } = await readCost(tab);
        return { [name]: script, [`${name} heap`]: heap };
      });

  const restless: Look = (context) =>
    inTab(context, async (tab) => {
      await tab.page.goto(pages.url('restless'));
      const { value, milliseconds } = await profileExtensions(tab, () =>
        tab.page.evaluate(`replaceNodes(${restlessMilliseconds})`),
      );
      return { restless: milliseconds, 'restless frames': Number(value) };
    });

  const clicked: Look = (context, variant) =>
    inTab(context, async (tab) => {
      await tab.page.goto(server.site.loginUrl);
      const box = await tab.page.locator('#username').boundingBox();
      if (box === null) throw new Error('the login page has no field');
      const { script: before } = await readCost(tab);
      await tab.page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
      if (variant === 'ours') await waitForMenu(tab);
      // An open menu never rests: it looks in every frame whether something lies over it.
      return { clicked: (await readScript(tab)) - before };
    });

  const often = [
    resting('article'),
    resting('table'),
    resting('login'),
    resting('frames'),
    clicked,
  ];
  return [...often.map((look) => ({ runs, look })), { runs: restlessRuns, look: restless }];
}

/** A figure for a menu that never came would be a fine one. */
async function waitForMenu({ page }: Tab): Promise<void> {
  const end = performance.now() + 20_000;
  while ((await shownMenu(page)) === null) {
    if (performance.now() > end) throw new Error('no menu came');
    await new Promise((later) => setTimeout(later, 100));
  }
}

async function measure(
  open: ReadonlyMap<Variant, Extension>,
  probes: readonly Probe[],
): Promise<Medians> {
  const all: { readonly variant: Variant; readonly figures: Figures }[] = [];
  // The first run is not counted: it also fills the browsers' caches.
  for (let run = 0; run <= runs; run += 1) {
    for (const { look } of probes.filter((probe) => run <= probe.runs)) {
      for (const [variant, extension] of open) {
        const figures = await look(extension.context, variant);
        if (run > 0) all.push({ variant, figures });
      }
    }
  }
  const of = (wanted: Variant, figure: string) =>
    median(
      all.flatMap(({ variant, figures }) => (variant === wanted ? (figures[figure] ?? []) : [])),
    );
  return (figure) => ({
    bare: of('bare', figure),
    empty: of('empty', figure),
    ours: of('ours', figure),
  });
}

function rowsOf(medians: Medians): Row[] {
  const over = (figure: string, { name, aim, unit = 'ms' }: Text) => {
    const { bare, empty, ours } = medians(figure);
    return row(`${name}, over the bare page, beside an empty script`, unit, {
      ours: ours - bare,
      theirs: empty - bare,
      aim,
    });
  };
  const frames = medians('restless frames');
  return [
    row('watcher, in every frame, gzipped', 'kB', { ours: gzipped('watcher'), aim: '<= 3 kB' }),
    row('engine, on demand, gzipped', 'kB', { ours: gzipped('engine'), aim: '' }),
    over('article', { name: 'article, 5,000 nodes: script', aim: '<= 0.6 ms' }),
    over('table', { name: 'table, 50,000 nodes: script', aim: '<= 0.6 ms' }),
    over('restless', { name: '200 nodes a frame, 5 s: our code', aim: '<= 5 ms' }),
    row('200 nodes a frame, 5 s: frames, beside the bare page', 'frames', {
      ours: frames.ours,
      theirs: frames.bare,
      aim: 'all',
    }),
    over('login', { name: 'login page, not touched: script', aim: '<= 3 ms' }),
    over('clicked', { name: 'login page, a click opens the menu: script', aim: '' }),
    over('frames', { name: '31 frames, one with a login: script', aim: '<= 6 ms' }),
    over('frames heap', {
      name: '31 frames, one with a login: heap',
      aim: '<= 5,700 kB',
      unit: 'kB',
    }),
  ];
}

type Text = { readonly name: string; readonly aim: string; readonly unit?: string };

function row(
  name: string,
  unit: string,
  { ours, theirs = Number.NaN, aim }: { ours: number; theirs?: number; aim: string },
): Row {
  return { name, ours, theirs, unit, ratio: ours / theirs, aim };
}

const files = { watcher: 'src/content/watcher.iife.js', engine: 'engine.js' } as const;

function gzipped(script: keyof typeof files): number {
  const bytes = readFileSync(resolve('dist/chrome', files[script]));
  return gzipSync(bytes, { level: 9 }).length / 1000;
}
