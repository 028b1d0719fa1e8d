import { browser } from './browser.ts';

/** Shows a few characters over our icon for a moment, with a sentence as its tooltip. */
export async function flashBadge(text: string, tooltip: string): Promise<void> {
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title: tooltip });
  // Shorter than a worker's idle time; if it dies all the same, the next start cleans up.
  setTimeout(() => void clearBadge(), 3_000);
}

export async function clearBadge(): Promise<void> {
  await browser.action.setBadgeText({ text: '' });
  await browser.action.setTitle({ title: '' });
}
