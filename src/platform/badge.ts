import { browser } from './browser.ts';

/** Shows a few characters over our icon for a moment, with a sentence as its tooltip. */
export async function flashBadge(text: string, tooltip: string): Promise<void> {
  await browser.action.setBadgeText({ text });
  await browser.action.setTitle({ title: tooltip });
  // Shorter than a worker's idle time; if it dies all the same, the next start cleans up.
  setTimeout(() => void clearBadge(), 3_000);
}

/** Marks our icon over one tab, until the tab shows another document; `text` `''` takes the mark away. */
export async function markTab(tabId: number, text: string, tooltip: string): Promise<void> {
  try {
    await browser.action.setBadgeText({ tabId, text });
    await browser.action.setTitle({ tabId, title: tooltip });
  } catch {
    // The tab is closed.
  }
}

/** The mark of a tab, or what stands over all tabs. */
export async function markOf(tabId: number): Promise<string> {
  try {
    return await browser.action.getBadgeText({ tabId });
  } catch {
    return '';
  }
}

export async function clearBadge(): Promise<void> {
  await browser.action.setBadgeText({ text: '' });
  await browser.action.setTitle({ title: '' });
}
