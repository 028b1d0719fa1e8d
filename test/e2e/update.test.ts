/** An update of the extension, with pages open that nobody reloads. */
import { resolve } from 'node:path';
import { shownMenu } from '../support/content/menu.ts';
import { askFor } from './support/ask.ts';
import { expect, test } from './support/fixtures.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { waitForItems } from './support/sign-in.ts';
import { text } from './support/texts.ts';

test('tabs that were open before an update go on with the new version', async ({
  extension,
  server,
  site,
  popup,
}) => {
  test.setTimeout(150_000);
  const menuText = async () => (await shownMenu(site))?.text ?? '';
  await site.bringToFront();
  await site.getByLabel('User name').click();
  // The old version is at work in the page, with its menu open.
  await expect.poll(menuText).toContain('Intranet');
  await site.evaluate(() => Object.assign(window, { neverReloaded: true }));

  const reborn = extension.context.waitForEvent('serviceworker');
  await popup.close();
  // What is loaded once more from the same folder takes the place of what is there.
  expect(await extension.loadAnother(resolve('dist/chrome'))).toBe(extension.origin);
  await reborn;

  // The new version wiped the old one's menu, and a new session begins locked.
  await expect
    .poll(async () => {
      await site.getByRole('heading').first().click();
      await site.getByLabel('User name').click();
      return menuText();
    })
    .toContain(text('menuLocked'));
  await site.keyboard.press('Escape');
  await expect.poll(() => shownMenu(site)).toBeNull();

  const again = await extension.openPopup(site);
  await again.locator('[name=secret]').fill(server.v4.masterPassword);
  await again.getByRole('button', { name: text('unlock') }).click();
  await waitForItems(again);
  expect((await askFor(again, 'status', {})).state).toBe('unlocked');

  await site.bringToFront();
  await site.getByLabel('Password').click();
  await chooseInMenu(site, 'Intranet');
  await expect(site.getByLabel('Password')).toHaveValue(server.site.accounts[0].password);
  await expect(site.getByLabel('User name')).toHaveValue(server.site.accounts[0].login);
  expect(await site.evaluate(() => 'neverReloaded' in window)).toBe(true);
});

test('between the old version and the new one a page notices nothing', async ({
  extension,
  site,
  popup,
}) => {
  const errors: string[] = [];
  site.on('pageerror', (error) => errors.push(error.message));
  site.on('console', (message) => errors.push(message.text()));
  await site.bringToFront();
  await site.getByLabel('User name').click();
  await expect.poll(async () => (await shownMenu(site))?.text ?? '').toContain('Intranet');
  await site.keyboard.press('Escape');
  await popup.close();
  const gone = extension.context.serviceWorkers().at(-1)?.waitForEvent('close');
  // What an update does to the scripts of the old version, with no new one to take over.
  await extension.inWorker(() => chrome.management.uninstallSelf()).catch(() => undefined);
  await gone;
  await site.getByLabel('Password').click();
  await site.getByLabel('User name').click();
  await site.keyboard.press('ArrowDown');
  await site.keyboard.type('anna');
  await expect(site.getByLabel('User name')).toHaveValue('anna');
  expect(await shownMenu(site)).toBeNull();
  expect(errors).toEqual([]);
});
