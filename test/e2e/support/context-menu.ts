/** The context menu. A native one cannot be clicked headless; its real listeners can be called. */
import type { Page } from '@playwright/test';
import type { Extension } from './chromium.ts';

/** Clicks the entry of an act for an item: `copy-password`, and the item's id. */
export async function clickMenu(
  extension: Extension,
  site: Page,
  entry: {
    readonly act: string;
    /** Left out for entries that are about no item. */
    readonly id?: string;
    readonly shortcutId?: string | null;
    readonly frameId?: number;
  },
): Promise<void> {
  const { act, id, shortcutId } = entry;
  const menuItemId = id === undefined ? act : [act, id, shortcutId ?? ''].join(' ');
  await extension.inWorker(
    async ({ url, id, frameId }) => {
      const tabs = await chrome.tabs.query({ url: `${url}*` });
      const tab = tabs[0];
      if (tab === undefined) throw new Error('no such tab');
      const info = { menuItemId: id, frameId, pageUrl: url, editable: true };
      // Not in the types: the browser's own way to call an event's listeners.
      (chrome.contextMenus.onClicked as unknown as { dispatch(...all: unknown[]): void }).dispatch(
        info,
        tab,
      );
    },
    { url: site.url(), id: menuItemId, frameId: entry.frameId ?? 0 },
  );
}

/** What the clipboard holds, read as a person would: pasted into a field of a page. */
export async function pasted(extension: Extension): Promise<string> {
  const page = await extension.context.newPage();
  try {
    await page.goto('about:blank');
    await page.setContent('<textarea autofocus></textarea>');
    await page.locator('textarea').focus();
    await page.keyboard.press('Control+V');
    return await page.locator('textarea').inputValue();
  } finally {
    await page.close();
  }
}
