import { browser } from './browser.ts';

/** Calls back when the operating system locks the screen. To be called in the first tick. */
export function onScreenLocked(listener: () => void): void {
  onState('locked', listener);
}

/** Calls back when nobody has touched the computer for as long as `setIdleTime` said. To be called in the first tick. */
export function onIdle(listener: () => void): void {
  onState('idle', listener);
}

/** The longest time that a browser counts (Chromium: four hours). */
const longest = 240;

/** Minutes; 0 for never. The browser keeps it until it closes. */
export function setIdleTime(minutes: number): void {
  browser.idle.setDetectionInterval((minutes === 0 ? longest : minutes) * 60);
}

function onState(wanted: 'idle' | 'locked', listener: () => void): void {
  browser.idle.onStateChanged.addListener((state) => {
    if (state === wanted) listener();
  });
}
