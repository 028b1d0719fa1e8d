/** The tab that this popup is about. */
import { isInTab } from '../platform/own-page.ts';
import { findCurrentTab, findTab, type Tab } from '../platform/tabs.ts';

let known: Promise<Tab | null> | undefined;

/** Asked once: a popup closes when another tab comes to the front. */
export function findOwnTab(): Promise<Tab | null> {
  known ??= find();
  return known;
}

export async function tabId(): Promise<number | null> {
  return (await findOwnTab())?.id ?? null;
}

function find(): Promise<Tab | null> {
  // A window of its own names the tab it was opened from: in it the current tab is itself.
  const named = new URLSearchParams(location.search).get('tab');
  return named !== null && /^\d+$/.test(named) ? findTab(Number(named)) : findCurrentTab();
}

/** Closes the popup; a tab or window stays. */
export async function closePopup(): Promise<void> {
  if (!(await isInTab())) window.close();
}
