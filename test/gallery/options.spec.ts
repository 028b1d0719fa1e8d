/** The settings. */
import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';

const saved = (page: Page) =>
  page.evaluate(() =>
    (
      Reflect.get(globalThis, 'galleryCalls') as {
        name: string;
        request: { keys?: Record<string, string> };
      }[]
    )
      .filter(({ name }) => name === 'saveSettings')
      .map(({ request }) => request.keys),
  );

test.describe('the keys of the popup', () => {
  test('are changed by pressing the new one', async ({ page, scene }) => {
    await scene('options');
    const code = page.getByRole('textbox', { name: 'Copy the one-time code' });
    await expect(code).toHaveValue('Ctrl+T');
    await code.press('j');
    await expect(code).toHaveValue('Ctrl+J');
    expect((await saved(page)).at(-1)).toMatchObject({ 'copy-code': 'j', 'copy-login': 'b' });
  });

  test('refuse one that is taken or that text fields need, and say why', async ({
    page,
    scene,
  }) => {
    await scene('options');
    const code = page.getByRole('textbox', { name: 'Copy the one-time code' });
    await code.press('c');
    await expect(page.getByText(/Ctrl\+C/).last()).toBeVisible();
    await code.press('v');
    await expect(page.getByText(/Ctrl\+V/)).toBeVisible();
    await expect(code).toHaveValue('Ctrl+T');
    expect(await saved(page)).toEqual([]);
  });
});
