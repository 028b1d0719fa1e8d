/** An opening popup shows what the worker has put by, as long as that is allowed, and then what it answers. */
import type { Page } from '@playwright/test';
import { popupPath } from './support/chromium.ts';
import { expect, test } from './support/shared.ts';

test.describe.configure({ mode: 'default' });

/** Waits until the worker has put a list by for the site, and puts another name into it. */
async function putBy(popup: Page, changes: Record<string, string>): Promise<void> {
  const read = () =>
    popup.evaluate(async () => String((await chrome.storage.session.get())['first-screen']));
  await expect.poll(read).toContain('intranet.localhost');
  const text = (await read()).replace('"name":"Intranet"', '"name":"Put by"');
  expect(text).toContain('Put by');
  await popup.evaluate((all) => chrome.storage.session.set(all), {
    'first-screen': text,
    ...changes,
  });
}

/** Opens the popup and notes everything that its first row ever said. */
async function openWatched(page: Page, origin: string): Promise<void> {
  await page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      const text = document.querySelector('[role=option]')?.textContent ?? '';
      if (text !== '' && seen.at(-1) !== text) seen.push(text);
    }).observe(document, { childList: true, subtree: true, characterData: true });
  });
  await page.goto(`${origin}/${popupPath}`);
}

const seenIn = (page: Page) => page.evaluate(() => (globalThis as { seen?: string[] }).seen ?? []);

test('the list stands before the worker answers, and gives way to its answer', async ({
  extension,
  popup,
  site,
}) => {
  await popup.close();
  // A worker that an event of the browser woke in between has put its own list in the place of the planted one.
  await expect(async () => {
    const page = await extension.openPopup(site);
    await putBy(page, {});
    await extension.killWorker();
    await openWatched(page, extension.origin);
    await expect(page.getByRole('option').first()).toContainText('Intranet');
    const seen = await seenIn(page);
    await page.close();
    expect(seen[0]).toContain('Put by');
    expect(seen.at(-1)).toContain('Intranet');
  }).toPass();
});

test('not a moment longer than the vault is open', async ({ extension, popup, site }) => {
  const page = await extension.openPopup(site);
  // The lock time passes while no worker is there to act on it.
  await putBy(popup, { deadline: '1:2' });
  await popup.close();
  await extension.killWorker();
  await openWatched(page, extension.origin);
  await page.locator('[name=secret]').waitFor();
  expect(await seenIn(page)).toEqual([]);
  expect(await page.evaluate(() => chrome.storage.session.get())).toEqual({});
});

test('not over another site', async ({ extension, popup, server, site }) => {
  const page = await extension.openPopup(site);
  await putBy(popup, {});
  await popup.close();
  await extension.killWorker();
  // The worker that the navigation wakes may have put the list of the new page by; that of the old one is not shown.
  await site.goto(server.url);
  await openWatched(page, extension.origin);
  await page.getByRole('option').first().waitFor();
  expect((await seenIn(page)).join()).not.toContain('Put by');
});
