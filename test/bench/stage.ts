/** The built extension, signed in to a company of a given size, with a bare extension beside it. */
import { resolve } from 'node:path';
import { expect } from '@playwright/test';
import { launchExtension } from '../e2e/support/chromium.ts';
import { start, typeCredentials } from '../e2e/support/sign-in.ts';
import { text } from '../e2e/support/texts.ts';
import { startServer } from '../server/start.ts';
import type { Opener, Stage } from './openings.ts';

/** Milliseconds that all vaults may take to arrive on a busy machine. */
const patience = 10 * 60_000;

export async function onStage<T>(items: number, work: (stage: Stage) => Promise<T>): Promise<T> {
  const server = await startServer({ items });
  const extension = await launchExtension();
  try {
    const browser = await extension.context.browser()?.newBrowserCDPSession();
    if (browser === undefined) throw new Error('Playwright gave no browser');
    const bare = await extension.loadAnother(resolve('test/bench/bare-extension'));
    const echo = await extension.loadAnother(resolve('test/bench/echo-extension'));
    const popup = await extension.openPopup();
    await typeCredentials(popup, server.v4);
    await popup.getByRole('button', { name: text('connect') }).click();
    await start(popup);
    await expect(popup.getByRole('option').first()).toBeVisible({ timeout: patience });
    await expect(popup.getByRole('progressbar')).toHaveCount(0, { timeout: patience });
    await popup.close();
    const opener = async (origin: string): Promise<Opener> => {
      const page = await extension.context.newPage();
      // Any file of an extension may open its popup; this one has no script that could wake a worker.
      await page.goto(`${origin}/manifest.json`);
      return { origin, page };
    };
    const openers = {
      bare: await opener(bare),
      echo: await opener(echo),
      ours: await opener(extension.origin),
    };
    const site = await extension.context.newPage();
    await site.goto(server.site.url);
    return await work({ extension, browser, site, ...openers });
  } finally {
    await extension.close();
    await server.close();
  }
}
