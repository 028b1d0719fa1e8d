/**
 * One browser for the tests of a file, which saves each of them the start and the sign-in. Every test has a site, a
 * popup and names of its own, over a vault that was unlocked for it, with the settings of a fresh install and a server
 * without faults: nothing that the test before did can be met. A test that failed takes the browser with it.
 */
import { test as base, expect, type Page } from '@playwright/test';
import type { Settings } from '../../../src/model/settings.ts';
import type { Passwork } from '../../../src/passwork/index.ts';
import { fewRounds } from '../../server/options.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import { askFor } from './ask.ts';
import { type Extension, launchExtension } from './chromium.ts';
import { closeSetupTab } from './fixtures.ts';
import { connectTo, itemNamed } from './on-server.ts';
import { signIn, waitForItems } from './sign-in.ts';

type Shared = {
  readonly server: RunningServer;
  readonly extension: Extension;
  readonly client: Passwork;
  readonly settings: Settings;
  /** Keeps the browser open, and belongs to no test. */
  readonly blank: Page;
};

type Fixtures = {
  readonly server: RunningServer;
  readonly extension: Extension;
  /** Another client of the server. */
  readonly client: Passwork;
  /** The demo site's login page, in front. */
  readonly site: Page;
  /** The popup over `site`, with its list complete. */
  readonly popup: Page;
  /** A word that no other test knows, of small letters and digits. */
  readonly word: string;
  /** An item named by that word, with values of several kinds. */
  readonly item: { readonly id: string; readonly name: string };
};

let words = 0;

export const test = base.extend<Fixtures, { shared: Shared }>({
  shared: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern.
    async ({}, use) => {
      const [server, extension] = await Promise.all([startServer(fewRounds), launchExtension()]);
      await closeSetupTab(extension);
      const blank = await extension.context.newPage();
      const popup = await extension.openPopup();
      await signIn(popup, server.v4);
      const settings = await askFor(popup, 'settings', {});
      await use({ server, extension, client: await connectTo(server), settings, blank });
      await extension.close();
      await server.close();
    },
    { scope: 'worker', timeout: 90_000 },
  ],
  server: async ({ shared: { server } }, use) => {
    server.control.setFaults('');
    server.control.clearRequests();
    await use(server);
  },
  extension: async ({ shared: { extension, blank } }, use) => {
    for (const page of extension.context.pages()) if (page !== blank) await page.close();
    await use(extension);
  },
  client: ({ shared }, use) => use(shared.client),
  site: async ({ extension, server }, use) => {
    const page = await extension.context.newPage();
    await page.goto(server.site.loginUrl);
    await use(page);
  },
  popup: async ({ shared, extension, server, site }, use) => {
    const page = await extension.openPopup(site);
    // A lock takes along what was typed, copied, filled and allowed.
    await askFor(page, 'lock', {});
    await askFor(page, 'unlock', { secret: server.v4.masterPassword });
    await askFor(page, 'saveSettings', shared.settings);
    await page.evaluate(async () => {
      const keys = Object.keys(await chrome.storage.local.get());
      await chrome.storage.local.remove(keys.filter((key) => key.startsWith('last-places')));
    });
    await page.reload();
    await waitForItems(page);
    await use(page);
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above
  word: async ({}, use) => {
    words += 1;
    await use(`berth${String(words).padStart(3, '0')}`);
  },
  item: async ({ client, popup, word }, use) => {
    const { vaultId } = await itemNamed(client, 'Intranet');
    const name = word.replace('b', 'B');
    const id = await client.addItem({
      ...{ vaultId, folderId: null, name, login: `${word}.login`, password: `pass of ${word}` },
      urls: [`https://${word}.example`],
      description: `About ${word}`,
      fields: [
        { name: 'Account', type: 'text', value: '1029384756' },
        { name: 'PIN', type: 'password', value: '0071' },
      ],
    });
    await askFor(popup, 'refresh', {});
    await use({ id, name });
  },
});

export { expect };
