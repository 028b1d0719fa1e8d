import { browser } from './browser.ts';

/** Calls back when the operating system locks the screen. To be called in the first tick. */
export function onScreenLocked(listener: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === 'locked') listener();
  });
}
