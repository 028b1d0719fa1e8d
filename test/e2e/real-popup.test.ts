/** The popup in the browser's own bubble, where other tests run it in a tab. */
import { expect, test } from './support/shared.ts';

test.describe.configure({ mode: 'default' });

test('over a site the popup shows its items, in a size that browsers allow', async ({
  extension,
  popup,
  site,
}) => {
  await popup.close();
  const real = await extension.openRealPopup(site);
  const first = `document.querySelector('[role=option]')?.textContent ?? ''`;
  await expect.poll(() => real.evaluate(first)).toContain('Intranet');
  // A bubble is at most 800 by 600; one that scrolls in itself does not fit. It grows after it opened.
  const measure = () =>
    real.evaluate(`JSON.stringify({ width: innerWidth, height: innerHeight, hidden:
      document.documentElement.scrollHeight - innerHeight + document.documentElement.scrollWidth - innerWidth })`);
  await expect
    .poll(async () => JSON.parse(String(await measure())))
    .toEqual({ width: expect.any(Number), height: expect.any(Number), hidden: 0 });
  const { width, height } = JSON.parse(String(await measure()));
  expect(width).toBeGreaterThan(300);
  expect(width).toBeLessThanOrEqual(800);
  expect(height).toBeGreaterThan(300);
  expect(height).toBeLessThanOrEqual(600);
});

test('filling from the popup closes it', async ({ extension, popup, server, site }) => {
  await popup.close();
  const real = await extension.openRealPopup(site);
  await expect
    .poll(() => real.evaluate(`document.querySelectorAll('[role=option]').length`))
    .toBeGreaterThan(0);
  await real.press('Enter');
  await expect(site.getByLabel('Password')).toHaveValue(server.site.accounts[0].password);
  await real.closed();
});
