/** What browser tests are given: a fresh server, a fresh browser with the extension, a way in. */
import { test as base, expect, type Page } from '@playwright/test';
import { fewRounds } from '../../server/options.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { type Extension, launchExtension, popupPath } from './chromium.ts';
import { signIn } from './sign-in.ts';

type Fixtures = {
  readonly server: RunningServer;
  readonly extension: Extension;
  /** The demo site's login page, in front. */
  readonly site: Page;
  /** The popup over `site`, signed in and with its list complete. */
  readonly popup: Page;
};

export const test = base.extend<Fixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
  server: async ({}, use) => {
    const server = await startServer(fewRounds);
    await use(server);
    await server.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  extension: async ({}, use) => {
    const extension = await launchExtension();
    await closeSetupTab(extension);
    await use(extension);
    await extension.close();
  },
  site: async ({ extension, server }, use) => {
    const page = await extension.context.newPage();
    await page.goto(server.site.loginUrl);
    await use(page);
  },
  popup: async ({ extension, server, site }, use) => {
    const page = await extension.openPopup(site);
    await signIn(page, server.v4);
    await use(page);
  },
});

/** Installing opens the first run in front, and on a busy machine late: the popup of a test would close under it. */
export async function closeSetupTab({ context, origin }: Extension): Promise<void> {
  const isSetup = (page: Page) => page.url().startsWith(`${origin}/${popupPath}`);
  const setup = context.pages().find(isSetup) ?? (await context.waitForEvent('page', isSetup));
  await setup.close();
}

export { expect };
