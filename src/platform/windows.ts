import { browser } from './browser.ts';

/** Calls back when no window is left, in browsers that go on without one. */
export function onLastWindowClosed(listener: () => void): void {
  browser.windows.onRemoved.addListener(async () => {
    if ((await browser.windows.getAll()).length === 0) listener();
  });
}
