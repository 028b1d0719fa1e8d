/** The built gallery, one for each worker of the runner. */
import { test as base, type ConsoleMessage, expect, type Page } from '@playwright/test';
import { requireBrowser } from '../../scripts/browser.ts';
import { buildGallery } from './build.ts';
import { refusal } from './refusal.ts';
import { sceneAddress } from './scene-address.ts';
import { type SceneName, sceneNamed } from './scenes.ts';
import { serveGallery } from './serve.ts';

type Fixtures = {
  /** Opens a scene and waits until it stands. */
  scene: (name: SceneName, lang?: string) => Promise<Page>;
  /** What the console, the policy and uncaught errors said. */
  complaints: string[];
};

type WorkerFixtures = {
  gallery: string;
  /** One page for tests of many scenes: a fresh one for each takes as long as looking at it. */
  stage: Page;
};

export const test = base.extend<Fixtures, WorkerFixtures>({
  gallery: [
    // biome-ignore lint/correctness/noEmptyPattern: the runner reads the names of what is needed from here
    async ({}, use, worker) => {
      const folder = `out/gallery-test-${worker.workerIndex}`;
      await buildGallery(folder);
      const { server, url } = await serveGallery(folder);
      await use(url);
      server.close();
    },
    { scope: 'worker' },
  ],
  // Here, so that the runner needs no other process for the tests that take it, with another browser and gallery.
  stage: [
    async ({ browser }, use) => {
      const context = await browser.newContext({
        viewport: { width: 380, height: 580 },
        reducedMotion: 'reduce',
        // Pictures of a quarter of the size: how a machine draws letters makes no difference, and what is compared is
        // where things stand and in which colours.
        deviceScaleFactor: 0.25,
      });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  launchOptions: async ({ launchOptions }, use) => {
    await use({
      ...launchOptions,
      executablePath: requireBrowser('chromium'),
      args: ['--no-sandbox'],
    });
  },
  viewport: { width: 380, height: 580 },
  complaints: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      const hear = (message: ConsoleMessage) => {
        if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
      };
      const fail = (error: Error) => complaints.push(String(error));
      page.on('console', hear).on('pageerror', fail);
      await use(complaints);
      page.off('console', hear).off('pageerror', fail);
      expect(complaints.filter((text) => text.startsWith(refusal))).toEqual([]);
    },
    { auto: true },
  ],
  scene: async ({ page, gallery }, use) => {
    await use(async (name, lang = 'en') => {
      await page.goto(gallery + sceneAddress(sceneNamed(name).page ?? 'popup', name, lang));
      await page.locator('html[data-scene=ready]').waitFor({ state: 'attached', timeout: 30_000 });
      return page;
    });
  },
});

export { expect };
