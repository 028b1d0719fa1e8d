/** A private window, in which the extension may run because the person has allowed it. */
import { expect, type Page } from '@playwright/test';
import { type Extension, popupPath } from './chromium.ts';

/** Says in the browser's own list of extensions that ours may run there; it starts anew by that. */
export async function allowPrivateWindows({ context, origin }: Extension): Promise<void> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  const started = context.waitForEvent('serviceworker');
  await page.evaluate(
    async (extensionId) => {
      // Not in the types: what the page's own switches call.
      const list = Reflect.get(chrome, 'developerPrivate');
      // Outside of it the browser lets no unpacked extension come back.
      await list.updateProfileConfiguration({ inDeveloperMode: true });
      await list.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    },
    origin.replace('chrome-extension://', ''),
  );
  // Its own pages answer again once it is back, and one of them wakes the worker.
  await expect(async () => {
    await page.goto(`${origin}/${popupPath}`);
    expect(await page.evaluate(() => chrome.extension.isAllowedIncognitoAccess())).toBe(true);
  }).toPass();
  await started;
  await page.close();
}

/** Opens an address in a private window of its own. */
export async function openPrivately({ context, inWorker }: Extension, url: string): Promise<Page> {
  const opened = context.waitForEvent('page', (page) => page.url() === url);
  const isPrivate = await inWorker(
    async (url) => (await chrome.windows.create({ url, incognito: true }))?.incognito,
    url,
  );
  expect(isPrivate).toBe(true);
  const page = await opened;
  await page.waitForLoadState();
  return page;
}
