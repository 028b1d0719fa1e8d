/** Every flow once with keys alone, in one browser: nothing here may click, fill or focus. */
import type { Locator, Page } from '@playwright/test';
import { askFor } from './support/ask.ts';
import { waitForEngine } from './support/engine.ts';
import { expect, test } from './support/fixtures.ts';
import { connectTo, itemNamed, itemsNamed } from './support/on-server.ts';
import { text } from './support/texts.ts';

type Name = Parameters<typeof text>[0];

const named = (page: Page, key: Name, ...values: string[]) =>
  page.getByRole('button', { name: text(key, ...values), exact: true });

/** Walks with Tab to where the person wants to be, from wherever the focus is. It is never nowhere. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await expect(wanted).toBeVisible();
  for (let step = 0; step < 90; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${wanted}`);
}

async function strike(page: Page, wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press(key);
}

const search = (popup: Page) => popup.getByRole('combobox', { name: text('searchLabel') });
const heading = (popup: Page) => popup.getByRole('heading', { level: 1 });

/** Types into the search, which has the focus on the home screen, and goes into the first item. */
async function openFirst(popup: Page, name: string): Promise<void> {
  await expect(search(popup)).toBeFocused();
  await popup.keyboard.press('Control+a');
  await popup.keyboard.type(name);
  await expect(popup.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
    name,
  );
  await popup.keyboard.press('ArrowRight');
  await expect(heading(popup)).toContainText(name);
  await expect(named(popup, 'editItem')).toBeVisible();
}

async function choosePlace(page: Page, query: string): Promise<void> {
  await tabTo(page, page.getByRole('combobox', { name: text('placeLabel') }));
  await page.keyboard.type(query);
  await page.locator('.place-row').first().waitFor();
  await page.keyboard.press('Enter');
}

test('every flow with the keyboard alone', async ({ extension, server, site }) => {
  test.slow();
  const client = await connectTo(server);
  const popup = await extension.openPopup(site);
  const { keyboard } = popup;
  const notice = popup.locator('.notice');

  await test.step('first run', async () => {
    await expect(popup.locator('[name=host]')).toBeFocused();
    await keyboard.type(server.v4.host);
    await keyboard.press('Enter');
    await expect(popup.locator('[name=apiKey]')).toBeFocused();
    await keyboard.type(server.v4.apiKey);
    await tabTo(popup, popup.locator('[name=masterPassword]'));
    await keyboard.type(server.v4.masterPassword);
    await keyboard.press('Enter');
    await expect(heading(popup)).toHaveText(text('welcomeTitle'));
    await strike(popup, named(popup, 'start'));
    await expect(search(popup)).toBeFocused();
    await expect(popup.getByRole('option').first()).toBeVisible();
    await expect(popup.getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
  });

  await test.step('lock and unlock', async () => {
    await keyboard.press('Control+l');
    await expect(popup.locator('[name=secret]')).toBeFocused();
    await keyboard.type(server.v4.masterPassword);
    await keyboard.press('Enter');
    await expect(search(popup)).toBeFocused();
    await expect(popup.getByRole('option').first()).toBeVisible();
  });

  await test.step('find, with a filter', async () => {
    await strike(popup, named(popup, 'filterVault'));
    await popup.getByRole('dialog').getByRole('option').first().waitFor();
    await keyboard.press('Enter');
    await expect(search(popup)).toBeFocused();
    await expect(search(popup)).toHaveValue(/^vault:/);
    await strike(popup, popup.locator('.filter.on'));
    await expect(search(popup)).toHaveValue('');
    await tabTo(popup, search(popup));
    await keyboard.type('intranet');
    await expect(popup.getByRole('listbox').getByRole('option', { selected: true })).toContainText(
      'Intranet',
    );
    await keyboard.press('Control+b');
    await expect(notice).toContainText(text('login'));
    await keyboard.press('Escape');
    await expect(search(popup)).toHaveValue('');
  });

  await test.step('browse', async () => {
    await strike(popup, named(popup, 'browse'));
    await expect(heading(popup)).toBeFocused();
    await strike(popup, popup.locator('section .row').first());
    await expect(popup.getByRole('listbox')).toBeFocused();
    await keyboard.press('ArrowDown');
    await expect(popup.getByRole('listbox').getByRole('option', { selected: true })).toBeVisible();
    await strike(popup, named(popup, 'back'));
    await expect(heading(popup)).toBeFocused();
    await keyboard.press('Escape');
  });

  await test.step('an item: shown, copied, in large letters, as a QR code', async () => {
    const { password } = await itemNamed(client, 'Intranet');
    await openFirst(popup, 'Intranet');
    await strike(popup, named(popup, 'showLabel', text('password')));
    await expect(popup.locator('.text.secret', { hasText: password })).toBeVisible();
    await keyboard.press('Enter');
    await keyboard.press('Control+c');
    await expect(notice).toContainText(text('password'));
    await strike(popup, named(popup, 'largeType', text('password')));
    const dialog = popup.getByRole('dialog');
    await strike(popup, dialog.getByRole('button', { name: text('qrShow') }));
    await expect(dialog.getByRole('img', { name: text('qrTitle') })).toBeVisible();
    await keyboard.press('Escape');
    await expect(dialog).toHaveCount(0);
    await expect(named(popup, 'largeType', text('password'))).toBeFocused();
  });

  await test.step('share', async () => {
    await strike(popup, named(popup, 'share'));
    await tabTo(popup, popup.locator('[name=life]'));
    await keyboard.press('ArrowDown');
    await strike(popup, popup.locator('[name=reusable]'), 'Space');
    await strike(popup, named(popup, 'shareMake'));
    await expect(popup.locator('[name=share-link]')).toHaveValue(/#code=/);
  });

  await test.step('edit, with another order of the fields', async () => {
    const { id } = await itemNamed(client, 'Intranet');
    const fields = ['One', 'Two'].map((name) => ({ name, type: 'text', value: name }));
    await client.editItem(id, { fields });
    await keyboard.press('Escape');
    await openFirst(popup, 'Intranet');
    await keyboard.press('e');
    await popup.locator('[name=login]').waitFor();
    await strike(popup, named(popup, 'moveField', 'Two'), 'ArrowUp');
    await expect(popup.locator('[name=field-name-0]')).toHaveValue('Two');
    await keyboard.press('Control+s');
    await expect(named(popup, 'editItem')).toBeVisible();
    const { fields: after } = await itemNamed(client, 'Intranet');
    expect(after.map(({ name }) => name)).toEqual(['Two', 'One']);
    await keyboard.press('Escape');
  });

  await test.step('create, move, delete and undo', async () => {
    await strike(popup, named(popup, 'newItem'));
    await expect(popup.locator('[name=name]')).toBeFocused();
    await keyboard.type('Made by keys');
    await choosePlace(popup, 'fin');
    await keyboard.press('Control+Enter');
    await expect(heading(popup)).toHaveText('Made by keys');
    const before = await itemNamed(client, 'Made by keys');
    await strike(popup, named(popup, 'moveItem'));
    await choosePlace(popup, 'operations');
    await strike(popup, named(popup, 'moveHere'));
    await expect(notice).toContainText(text('movedItem'));
    const moved = await itemNamed(client, 'Made by keys');
    expect(moved.vaultId).not.toBe(before.vaultId);
    await strike(popup, named(popup, 'removeItem'));
    await expect(popup.getByText(text('removing', 'Made by keys'))).toBeVisible();
    await keyboard.press('Control+z');
    await expect(notice).toContainText(text('undone'));
    expect((await askFor(popup, 'removals', {})).length).toBe(0);
  });

  await test.step('the generator', async () => {
    await strike(popup, named(popup, 'generator'));
    await expect(heading(popup)).toBeFocused();
    await strike(popup, named(popup, 'copyPassword'));
    await expect(notice).toContainText(text('password'));
    await keyboard.press('Escape');
    await expect(search(popup)).toBeFocused();
  });

  await test.step('the question whether to save', async () => {
    await site.bringToFront();
    await site.goto(new URL('/trial/login', server.site.loginUrl).href);
    await tabTo(site, site.locator('#u'));
    await waitForEngine(popup, site);
    await site.keyboard.type('marta');
    await site.keyboard.press('Tab');
    await site.keyboard.type('S3cret of marta');
    await site.keyboard.press('Enter');
    await site.waitForURL('**/done');
    const badge = () =>
      popup.evaluate(async (url) => {
        const [tab] = await chrome.tabs.query({ url });
        return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
      }, site.url());
    await expect.poll(badge).toBe('+');
    const asking = await extension.openPopup(site);
    await expect(heading(asking)).toBeFocused();
    await tabTo(asking, asking.locator('[name=name]'));
    await asking.keyboard.press('Control+a');
    await asking.keyboard.type('Saved by keys');
    await choosePlace(asking, 'fin');
    await strike(asking, named(asking, 'saveNow'));
    await expect(asking.getByText(text('savedNew'))).toBeVisible();
    expect(await itemsNamed(client, 'Saved by keys')).toHaveLength(1);
  });

  await test.step('settings', async () => {
    const options = await extension.context.newPage();
    await options.goto(`${extension.origin}/src/options/index.html`);
    await strike(options, options.getByRole('link', { name: text('optionsAppearance') }));
    await tabTo(options, options.getByLabel(text('theme'), { exact: true }));
    await options.keyboard.press('ArrowDown');
    await expect(options.locator('html')).toHaveAttribute('data-theme', 'light');
    await tabTo(options, options.getByLabel(text('badgeMatches')));
    await options.keyboard.press('Space');
    await expect.poll(async () => (await askFor(popup, 'settings', {})).badgeMatches).toBe(false);
  });
});
