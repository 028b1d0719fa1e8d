import { browser } from './browser.ts';

/** Opens a page of ours in a window of its own, of the popup's size; answers with the window's id. */
export async function openWindow(url: string): Promise<number> {
  const opened = await browser.windows.create({ url, type: 'popup', width: 420, height: 660 });
  return opened.id ?? -1;
}

/** Does nothing where it is gone. */
export async function closeWindow(id: number): Promise<void> {
  await browser.windows.remove(id).catch(() => undefined);
}

export function onWindowClosed(listener: (id: number) => void): void {
  browser.windows.onRemoved.addListener(listener);
}

/** Calls back when no window is left, in browsers that go on without one. */
export function onLastWindowClosed(listener: () => void): void {
  browser.windows.onRemoved.addListener(async () => {
    if ((await browser.windows.getAll()).length === 0) listener();
  });
}
