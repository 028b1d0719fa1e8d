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
    // In letters of twice the size as well, half of the list stays in sight.
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '32px';
    });
    const strip = (await page.locator('.strip').boundingBox())?.height ?? 0;
    const list = (await page.locator('.frame-body').boundingBox())?.height ?? 0;
    expect(strip).toBeGreaterThan(0);
    expect(strip).toBeLessThan(list / 2);
    await expect(page.getByRole('button', { name: 'Try again' })).toBeInViewport();
  });
});
