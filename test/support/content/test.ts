import { test as base, expect, type Page } from '@playwright/test';
import type { Extension } from '../../e2e/support/chromium.ts';
import { launchContent } from './extension.ts';
import { type ShownMenu, shownMenu } from './menu.ts';
import type { Script } from './scripted-worker.ts';
import { type Site, startSite } from './site.ts';

export { expect };

type Fixtures = {
  /** A tab of the browser with the content script. */
  tab: Page;
  /** Tells the worker what to answer. */
  say(script: Partial<Script>): Promise<void>;
  /** What the worker was asked so far. */
  log(): Promise<Script['log']>;
};

type WorkerFixtures = { extension: Extension; site: Site };

export const login = {
  offers: {
    state: 'offers',
    offers: [
      { id: 'i1', shortcutId: null, name: 'Payroll', login: 'anna' },
      { id: 'i2', shortcutId: 's2', name: 'Payroll, admin', login: 'root' },
    ],
    more: 0,
  },
  values: { username: 'anna@example.test', password: 'S3cret, wörd', code: '123456', fields: [] },
} satisfies Partial<Script>;

export const test = base.extend<Fixtures, WorkerFixtures>({
  extension: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const extension = await launchContent();
      await use(extension);
      await extension.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  site: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures' names from the pattern
    async ({}, use) => {
      const site = await startSite();
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  tab: async ({ extension }, use) => {
    const tab = await extension.context.newPage();
    await use(tab);
    await tab.close();
  },
  say: async ({ extension }, use) => {
    const say = (script: Partial<Script>) =>
      extension.inWorker((given) => {
        globalThis.script = { ...globalThis.script, ...given };
      }, script);
    await say({ ...login, grants: true, failure: '', holds: false, late: false, log: [] });
    await use(say);
  },
  log: async ({ extension }, use) => {
    await use(() => extension.inWorker(() => globalThis.script.log));
  },
});

/** Waits until the menu is there. */
export async function menuIn(page: Page): Promise<ShownMenu> {
  let menu: ShownMenu | null = null;
  await expect
    .poll(
      async () => {
        menu = await shownMenu(page);
        return menu !== null;
      },
      { intervals: [50] },
    )
    .toBe(true);
  if (menu === null) throw new Error('no menu');
  return menu;
}

/** Clicks a row as a person would: again, where the first click came before the menu was ready. A note may follow. */
export async function choose(page: Page, row = 0): Promise<void> {
  await menuIn(page);
  await expect(async () => {
    const menu = await shownMenu(page);
    const place = menu?.rows[row];
    if (menu !== null && place) await page.mouse.click(place.x, place.y);
    expect((await shownMenu(page))?.rows ?? []).toEqual([]);
  }).toPass({ intervals: [200] });
}

/** Presses Enter in the list, and again where the first press came before the menu was ready. */
export async function chooseByKey(page: Page, log: () => Promise<Script['log']>): Promise<void> {
  await expect(async () => {
    const chosen = (await log()).some(({ call }) => call === 'choose');
    if (!chosen) await page.keyboard.press('Enter');
    expect(chosen).toBe(true);
  }).toPass({ intervals: [300] });
}
