/** Vaults, folders and the inbox. */
import { expect, test } from './fixtures.ts';

test.describe('browsing', () => {
  test('leads from the vaults down and up again, by keys alone', async ({ page, scene }) => {
    await scene('browse');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: /^Back/ })).not.toBeFocused();
    await page.getByRole('button', { name: /Engineering/ }).press('Enter');
    const list = page.getByRole('listbox');
    await expect(list).toBeFocused();
    const chosen = list.getByRole('option', { selected: true });
    await expect(chosen).toHaveText(/Graz/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(chosen).toHaveText(/organisation owner/);
    await page.keyboard.press('Control+c');
    await expect(page.locator('.notice')).toHaveText(/^Password copied/);
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(/organisation owner/);
    await page.keyboard.press('Escape');
    await expect(chosen).toHaveText(/organisation owner/);
    await page.keyboard.press('ArrowLeft');
    // The folder above takes the focus when its rows are there; only then another place can have it.
    await expect(chosen).toHaveText(/Graz/);
    await expect(list).toBeFocused();
    await page.getByRole('navigation').getByRole('button', { name: 'Vaults' }).press('Enter');
    await expect(page.getByRole('heading', { level: 1, name: 'Vaults' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('combobox')).toBeFocused();
  });

  test('turns a letter into a search of the vault', async ({ page, scene }) => {
    await scene('browse-folder');
    await page.getByRole('listbox').press('g');
    await expect(page.locator('#search')).toHaveValue('vault:"Infrastructure" g');
    await expect(page.locator('#search')).toBeFocused();
  });

  test('says how many inbox items are new, and sorts', async ({ page, scene }) => {
    await scene('browse');
    await expect(page.getByRole('button', { name: 'Inbox 2 new' })).toBeVisible();
    await scene('browse-folder');
    await page.getByLabel('Sort by').selectOption('changed');
    const sorts = () =>
      page.evaluate(() =>
        (Reflect.get(globalThis, 'galleryCalls') as { name: string; request: { sort?: string } }[])
          .filter(({ name }) => name === 'browse')
          .map(({ request }) => request.sort),
      );
    await expect.poll(sorts).toContain('changed');
    await expect(page.getByRole('listbox')).toBeFocused();
  });
});
