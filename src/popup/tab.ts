/** The tab that this popup is about. */
import { isInTab } from '../platform/own-page.ts';
import { findCurrentTab } from '../platform/tabs.ts';

let known: Promise<number | null> | undefined;

/** Asked once: a popup closes when another tab comes to the front. */
export function tabId(): Promise<number | null> {
  known ??= findTabId();
  return known;
}

async function findTabId(): Promise<number | null> {
  // A window of its own names the tab it was opened from: in it the current tab is itself.
  const named = new URLSearchParams(location.search).get('tab');
  if (named !== null && /^\d+$/.test(named)) return Number(named);
  return (await findCurrentTab())?.id ?? null;
}

/** Closes the popup; a tab or window stays. */
export async function closePopup(): Promise<void> {
  if (!(await isInTab())) window.close();
}
