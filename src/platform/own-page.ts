import { browser } from './browser.ts';
import { takeEarly } from './early.ts';

/** True where this page is a tab or a window of its own, not the popup that hangs on the toolbar. */
export async function isInTab(): Promise<boolean> {
  return (await (takeEarly('own') ?? browser.tabs.getCurrent())) !== undefined;
}

/** Opens the options page, or brings it to the front. */
export async function openOptions(): Promise<void> {
  await browser.runtime.openOptionsPage();
}
