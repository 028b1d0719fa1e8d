import { launchContent } from '../support/content/extension.ts';
import { shownMenu } from '../support/content/menu.ts';
import { expect, test } from '../support/content/test.ts';

test('after the extension is gone its scripts in open pages fall silent', async ({ site }) => {
  const extension = await launchContent();
  try {
    const tab = await extension.context.newPage();
    const errors: string[] = [];
    tab.on('pageerror', (error) => errors.push(error.message));
    tab.on('console', (message) => errors.push(message.text()));
    await tab.goto(site.url('plain.html'));
    const gone = extension.context.serviceWorkers()[0]?.waitForEvent('close');
    await extension.inWorker(() => chrome.management.uninstallSelf()).catch(() => undefined);
    await gone;
    const fresh = await tab.evaluate(() => document.documentElement.outerHTML);
    await tab.getByRole('heading').click();
    await tab.getByLabel('User name').click();
    await tab.keyboard.press('ArrowDown');
    await tab.keyboard.type('anna');
    await expect(tab.getByLabel('User name')).toHaveValue('anna');
    expect(await shownMenu(tab)).toBeNull();
    expect(await tab.evaluate(() => document.documentElement.outerHTML)).toBe(fresh);
    expect(errors).toEqual([]);
  } finally {
    await extension.close();
  }
});
