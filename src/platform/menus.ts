/** The context menu. Rebuilt as a whole: a menu is small, and its parts depend on each other. */
import { browser } from './browser.ts';

export type MenuEntry = {
  readonly id: string;
  readonly parentId?: string;
  readonly title: string;
  readonly enabled?: boolean;
};

export type MenuClick = {
  readonly entry: string;
  readonly tabId: number;
  /** Frame of the click; 0 is the top. */
  readonly frameId: number;
};

/** Replaces the whole menu. It shows on pages, fields and selections of web pages only. */
export async function showMenu(entries: readonly MenuEntry[]): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, parentId, title, enabled = true } of entries) {
    browser.contextMenus.create({
      id,
      title: menuText(title),
      enabled,
      ...(parentId === undefined ? {} : { parentId }),
      contexts: ['page', 'editable', 'frame', 'selection', 'link'],
      documentUrlPatterns: ['https://*/*', 'http://*/*'],
    });
  }
}

export function onMenuClick(listener: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (tab?.id === undefined) return;
    listener({ entry: String(info.menuItemId), tabId: tab.id, frameId: info.frameId ?? 0 });
  });
}

/** `&` is the mark of an access key in menus: names carry it as text. */
function menuText(text: string): string {
  return text.replaceAll('&', '&&');
}
