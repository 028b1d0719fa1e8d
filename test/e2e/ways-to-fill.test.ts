/** Ways to fill, and the rules that hold for all of them, with the built extension. */
import { askFor, rowOf } from './support/ask.ts';
import { clickMenu } from './support/context-menu.ts';
import { hearIcon } from './support/icon.ts';
import { hearOut } from './support/send-from-page.ts';
import { expect, test } from './support/shared.ts';
import { text } from './support/texts.ts';

test.describe.configure({ mode: 'default' });

async function itemOf(popup: Parameters<typeof askFor>[0], login: string) {
  const row = await rowOf(popup, login);
  return { ref: { kind: 'item', id: row.id } as const, row };
}

test('opens the site of an item and fills it there', async ({ extension, server, popup }) => {
  const account = server.site.accounts[0];
  const { row } = await itemOf(popup, account.login);
  await popup.getByRole('combobox').fill(row.name);
  await popup.getByRole('combobox').press('ArrowRight');
  const opened = extension.context.waitForEvent('page');
  await popup.getByRole('button', { name: text('openAndFill') }).click();
  const page = await opened;
  await expect(page.getByLabel('Password')).toHaveValue(account.password, { timeout: 15_000 });
  await expect(page.getByLabel('User name')).toHaveValue(account.login);
  // Once: what was asked for is forgotten, and a reload finds an empty form and leaves it.
  await expect
    .poll(() => extension.inWorker(() => chrome.storage.session.get('visits')))
    .toEqual({});
  await page.reload();
  await hearOut(extension, page);
  await expect(page.getByLabel('Password')).toHaveValue('');

  // The same by a key in the list. This login has a code, which is ready for the next step, and that is said.
  const second = server.site.accounts[1];
  const { row: other } = await itemOf(popup, second.login);
  await popup.keyboard.press('Escape');
  await popup.getByRole('combobox').fill(other.name);
  await expect(popup.getByRole('option').first()).toContainText(other.name);
  const said = await hearIcon(extension);
  const next = extension.context.waitForEvent('page');
  await popup.getByRole('combobox').press('Control+g');
  const site = await next;
  await expect(site.getByLabel('Password')).toHaveValue(second.password, { timeout: 15_000 });
  await expect.poll(() => said()).toContain(text('reportCodeCopied'));
  await site.getByRole('button').click();
  await site.getByLabel('One-time code').press('Control+v');
  await site.getByRole('button').click();
  await expect(site.getByRole('heading')).toHaveText(`Welcome, ${second.displayName}`);
});

test('a site with a rule is silent, and a person fills there all the same', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const account = server.site.accounts[0];
  const { host } = new URL(server.site.url);
  await askFor(popup, 'setSite', { site: host, offer: 'never', save: true });
  await site.reload();
  await site.getByLabel('User name').click();
  await hearOut(extension, site);
  // Not even the engine is there.
  const worlds = await site.evaluate(() => document.querySelectorAll('[popover]').length);
  expect(worlds).toBe(0);
  const { row } = await itemOf(popup, account.login);
  await clickMenu(extension, site, { act: 'fill', id: row.id });
  await expect(site.getByLabel('Password')).toHaveValue(account.password);
  await askFor(popup, 'setSite', { site: host, offer: 'always', save: true });
});

test('an item that is never filled is refused to every way', async ({
  extension,
  server,
  site,
  popup,
}) => {
  const account = server.site.accounts[0];
  const { ref, row } = await itemOf(popup, account.login);
  await popup.getByRole('combobox').fill(row.name);
  await popup.getByRole('combobox').press('ArrowRight');
  await popup.locator('#fill-rule').selectOption('never');
  await expect(popup.getByText(text('fillRuleSaved'))).toBeVisible();
  const said = await hearIcon(extension);
  await clickMenu(extension, site, { act: 'fill', id: row.id });
  await expect.poll(said).toContain('!');
  await expect(site.getByLabel('Password')).toHaveValue('');

  // The rule outlives the worker and a lock.
  await extension.killWorker();
  expect(await askFor(popup, 'itemRule', { ref })).toBe('never');
  await askFor(popup, 'lock', {});
  await askFor(popup, 'unlock', { secret: server.v4.masterPassword });
  expect(await askFor(popup, 'itemRule', { ref })).toBe('never');
  await askFor(popup, 'setItemRule', { ref, rule: 'default' });
});
