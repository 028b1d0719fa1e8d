/** An item that is opened. */
import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';

test.describe('an item', () => {
  test('shows a secret on request only, and hides it again', async ({ page, scene }) => {
    await scene('item');
    const secret = page.getByText('vR7#kq-Tundra-lamp-0O1lI');
    await expect(secret).toHaveCount(0);
    await page.getByRole('button', { name: 'Show Password', exact: true }).click();
    await expect(secret).toBeVisible();
    await page.getByRole('button', { name: 'Hide Password' }).click();
    await expect(secret).toHaveCount(0);
  });

  test('shows what the server sent as text', async ({ page, scene }) => {
    await scene('item');
    await expect(page.getByText('<b>Not bold</b>')).toBeAttached();
    await scene('item-unreadable');
    await expect(page.getByText('javascript:alert(1)')).toBeAttached();
    await expect(page.getByRole('button', { name: /^Open (?!in Passwork)/ })).toHaveCount(0);
  });

  test('is worked by keys alone', async ({ page, scene }) => {
    await scene('item');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: /favourites/ })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Fill', exact: true })).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(page.getByRole('button', { name: 'Copy Login' })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.notice')).toHaveText(/^Login copied/);
    await page.keyboard.press('ArrowUp');
    await expect(page.getByRole('button', { name: 'Open and fill' })).toBeFocused();
  });

  test('saves an attachment under a safe name', async ({ page, scene }) => {
    await scene('item');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download recovery-codes.txt' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('recovery-codes.txt');
    expect(await readFile(await download.path(), 'utf8')).toBe('codes');
    await expect(page.locator('.notice')).toHaveText(/recovery-codes\.txt/);
  });

  test('keeps the rest usable where one value cannot be decrypted', async ({ page, scene }) => {
    await scene('item-unreadable');
    await expect(page.getByText('Cannot be decrypted', { exact: true })).toHaveCount(3);
    await page.getByRole('button', { name: /^Copy .ملاحظة/ }).click();
    await expect(page.locator('.notice')).toHaveText(/copied/);
  });
});
