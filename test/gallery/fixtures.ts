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

export const test = base.extend<Fixtures, { gallery: string }>({
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
      await page.locator('html[data-scene=ready]').waitFor({ state: 'attached' });
      return page;
    });
  },
});

export { expect };
