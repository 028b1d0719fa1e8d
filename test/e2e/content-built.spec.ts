/** The menu of the built extension on the demo site, with the real worker and server behind it. */
import { shownMenu } from '../support/content/menu.ts';
import { menuIn } from '../support/content/test.ts';
import { chooseInMenu } from './support/page-menu.ts';
import { expect, test } from './support/shared.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

// `popup` has the vault unlocked.
test.beforeEach(({ popup: _, site }) => site.bringToFront());

test('signs in with an item chosen at the field, by form, React and Vue', async ({
  server,
  site,
}) => {
  const [account] = server.site.accounts;
  for (const path of ['/login', '/react', '/vue']) {
    await site.goto(`${server.site.url}${path}`);
    await site.getByLabel('User name').click();
    await chooseInMenu(site, account.login);
    await expect(site.getByLabel('Password')).toHaveValue(account.password);
    await expect(async () => {
      // While the fill still reads its values back the key is kept from the page.
      await site.keyboard.press('Enter');
      const welcome = `Welcome, ${account.displayName}`;
      await expect(site.getByRole('heading')).toHaveText(welcome, { timeout: 1_000 });
    }).toPass();
  }
});

test('the menu comes and fills after the worker was stopped', async ({
  extension,
  server,
  site,
}) => {
  const [account] = server.site.accounts;
  await extension.killWorker();
  await site.getByLabel('User name').click();
  await menuIn(site);
  await extension.killWorker();
  await chooseInMenu(site, account.login);
  await expect(site.getByLabel('Password')).toHaveValue(account.password);
});

test('locking closes the menu, and a locked vault offers to unlock', async ({ site, popup }) => {
  await site.getByLabel('User name').click();
  await menuIn(site);
  await popup.getByRole('button', { name: text('lockNow') }).click();
  await expect.poll(() => shownMenu(site)).toBeNull();
  await site.getByLabel('Password').click();
  expect((await menuIn(site)).rows.map(({ texts }) => texts)).toEqual([[text('menuLocked')]]);
});
