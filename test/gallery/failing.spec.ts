/** When something fails. */
import { expect, test } from './fixtures.ts';
import { focused } from './focused.ts';

test.describe('when something fails', () => {
  test('a list that failed keeps the focus on a way on', async ({ page, scene }) => {
    await scene('home-failed');
    await page.getByRole('button', { name: 'Try again' }).press('Enter');
    expect(await focused(page)).not.toBe('BODY');
  });

  test('a cached list stays usable offline', async ({ page, scene }) => {
    await scene('home-offline');
    await expect(
      page.getByText(/server cannot be reached. This list is from 5 minutes ago/),
    ).toBeVisible();
    await page.keyboard.press('Control+b');
    await expect(page.locator('.notice')).toHaveText(/copied/);
  });
});
