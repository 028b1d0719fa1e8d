import { browser } from './browser.ts';

/** Opens a page of ours in a window of its own, of the popup's size. */
export async function openWindow(url: string): Promise<void> {
  await browser.windows.create({ url, type: 'popup', width: 420, height: 660 });
}

/** Calls back when no window is left, in browsers that go on without one. */
export function onLastWindowClosed(listener: () => void): void {
  browser.windows.onRemoved.addListener(async () => {
    if ((await browser.windows.getAll()).length === 0) listener();
  });
}
