/** The tab that this popup is about. */
import { isInTab } from '../platform/own-page.ts';
import {
  findCurrentTab,
  findTab,
  findTabOfWindow,
  onTabShown,
  type Tab,
} from '../platform/tabs.ts';

let known: Promise<Tab | null> | undefined;

/** Asked once: a popup closes when another tab comes to the front. */
export function findOwnTab(): Promise<Tab | null> {
  known ??= find();
  return known;
}

export async function tabId(): Promise<number | null> {
  return (await findOwnTab())?.id ?? null;
}

/** This page stands beside the web page, and stays when the tab changes. */
export const isPanel = new URLSearchParams(location.search).has('panel');

/** In a panel: calls back whenever it is about another tab, or the tab shows another address. */
export function followTabs(changed: () => void): void {
  if (!isPanel) return;
  onTabShown(() => {
    known = undefined;
    changed();
  });
}

function find(): Promise<Tab | null> {
  if (isPanel) return findTabOfWindow();
  // A window of its own names the tab it was opened from: in it the current tab is itself.
  const named = new URLSearchParams(location.search).get('tab');
  return named !== null && /^\d+$/.test(named) ? findTab(Number(named)) : findCurrentTab();
}

/** Closes the popup; a tab, a window or a panel stays. */
export async function closePopup(): Promise<void> {
  if (!isPanel && !(await isInTab())) window.close();
}
