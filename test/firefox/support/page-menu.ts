import { expect } from '@playwright/test';
import type { Tab } from './tab.ts';

/**
 * Clicks the row of our menu in the page that holds this text, until the menu is gone: a click counts once
 * the menu has stood for a moment, and not as the second one of a double click.
 */
export async function chooseInMenu(site: Tab, name: string): Promise<void> {
  await site.until(() => site.findMenuRow(name), `the row ${name}`);
  await expect(async () => {
    const row = await site.findMenuRow(name);
    if (row !== null) await site.clickAt(row);
    await expect.poll(() => site.findMenuRow(name), { timeout: 1_000 }).toBeNull();
  }).toPass({ timeout: 30_000 });
}
