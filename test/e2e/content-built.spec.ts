/** The menu of the built extension on the demo site, with the real worker and server behind it. */
import { shownMenu } from '../support/content/menu.ts';
import { menuIn } from '../support/content/test.ts';
import type { Extension } from './support/chromium.ts';
import { expect, test } from './support/fixtures.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { text } from './support/texts.ts';

for (const path of ['/login', '/react', '/vue']) {
  test(`signs in on ${path} with an item chosen at the field`, async ({ server, site, popup }) => {
    const [account] = server.site.accounts;
    await popup.close();
    await site.bringToFront();
    await site.goto(`${server.site.url}${path}`);
    await site.getByLabel('User name').click();
    await chooseInMenu(site, account.login);
    await expect(site.getByLabel('Password')).toHaveValue(account.password);
    await site.keyboard.press('Enter');
    await expect(site.getByRole('heading')).toHaveText(`Welcome, ${account.displayName}`);
  });
}

test('the menu comes and fills after the worker was stopped', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const [account] = server.site.accounts;
  await popup.close();
  await site.bringToFront();
  await extension.killWorker();
  await site.getByLabel('User name').click();
  await menuIn(site);
  await extension.killWorker();
  await chooseInMenu(site, account.login);
  await expect(site.getByLabel('Password')).toHaveValue(account.password);
});

test('locking closes the menu, and a locked vault offers to unlock', async ({ site, popup }) => {
  await site.bringToFront();
  await site.getByLabel('User name').click();
  await menuIn(site);
  await popup.getByRole('button', { name: text('lockNow') }).click();
  await expect.poll(() => shownMenu(site)).toBeNull();
  await site.getByLabel('Password').click();
  expect((await menuIn(site)).rows.map(({ texts }) => texts)).toEqual([[text('menuLocked')]]);
});

test('inside a page of the same site a framed login is offered, inside a foreign one it is not', async ({
  extension,
  server,
  site,
  popup,
}) => {
  await popup.close();
  await site.bringToFront();
  // The same server under a name that no item has.
  const foreign = server.site.url.replace('intranet.localhost', '127.0.0.1');
  expect(foreign).not.toBe(server.site.url);
  for (const [parent, offered] of [
    [foreign, false],
    [server.site.url, true],
  ] as const) {
    await site.goto(`${parent}/article`);
    await site.evaluate((src) => {
      const frame = document.createElement('iframe');
      Object.assign(frame, { src, width: 700, height: 600 });
      document.body.prepend(frame);
    }, server.site.loginUrl);
    const frame = site.frameLocator('iframe');
    await frame.getByLabel('User name').click();
    const host = frame.locator('html > [popover]');
    if (offered) await expect(host).toHaveCount(1);
    else {
      // Two answers of the engine that the click has brought: what it asked before is answered too.
      for (let round = 0; round < 2; round++) {
        await expect.poll(() => surveyed(extension, site.url())).toBe(true);
        await site.keyboard.press('ArrowDown');
      }
      await expect(host).toHaveCount(0);
    }
  }
});

/** Whether an engine in the tab answers that there is something to fill. */
function surveyed(extension: Extension, url: string): Promise<boolean> {
  return extension.inWorker(async (tabUrl) => {
    const [tab] = await chrome.tabs.query({ url: tabUrl });
    const message = { channel: 'frame', call: 'survey', request: {} };
    const answer = await chrome.tabs.sendMessage(tab?.id ?? -1, message).catch(() => null);
    return answer?.value?.labels.length > 0;
  }, url);
}
