import { browser } from './browser.ts';
import { takeEarly } from './early.ts';

export type Tab = { readonly id: number; readonly url: string; readonly incognito: boolean };

type RawTab = { id?: number | undefined; url?: string | undefined; incognito?: boolean };

function toTab(tab: RawTab | undefined): Tab | null {
  if (tab?.id === undefined) return null;
  return { id: tab.id, url: tab.url ?? '', incognito: tab.incognito ?? false };
}

/** The tab in front of the user; null where there is none. */
export async function findCurrentTab(): Promise<Tab | null> {
  const [tab] = await (takeEarly('front') ??
    browser.tabs.query({ active: true, lastFocusedWindow: true }));
  return toTab(tab);
}

/** Null where the tab is gone. */
export async function findTab(id: number): Promise<Tab | null> {
  try {
    return toTab(await browser.tabs.get(id));
  } catch {
    return null;
  }
}

/** The tabs in front of their windows. */
export async function findFrontTabs(): Promise<readonly Tab[]> {
  const tabs = await browser.tabs.query({ active: true });
  return tabs.map(toTab).filter((tab) => tab !== null);
}

/** The tab in front of the window that this page belongs to, as a panel does. */
export async function findTabOfWindow(): Promise<Tab | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return toTab(tab);
}

export async function findAllTabs(): Promise<readonly Tab[]> {
  const tabs = await browser.tabs.query({});
  return tabs.map(toTab).filter((tab) => tab !== null);
}

/** Answers with the id of the tab, which comes to the front. */
export async function openTab(url: string): Promise<number> {
  return (await browser.tabs.create({ url })).id ?? -1;
}

/** Calls back with the id of a tab whose document has loaded. */
export function onTabLoaded(listener: (tabId: number) => void): void {
  browser.tabs.onUpdated.addListener((tabId, change) => {
    if (change.status === 'complete') listener(tabId);
  });
}

/** Calls back with the id of a tab whose top frame shows another document. */
export function onTabNavigated(listener: (tabId: number) => void): void {
  browser.webNavigation.onCommitted.addListener(({ tabId, frameId }) => {
    if (frameId === 0) listener(tabId);
  });
}

/** Calls back with the id of a tab that was closed. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener((tabId) => listener(tabId));
}

/** Calls back with the id of a tab that came to the front or shows another address. */
export function onTabShown(listener: (tabId: number) => void): void {
  browser.tabs.onActivated.addListener(({ tabId }) => listener(tabId));
  browser.tabs.onUpdated.addListener((tabId, change, tab) => {
    if (change.url !== undefined && tab.active) listener(tabId);
  });
}

/**
 * What is seen of a tab, as a data URL. Rejects where the tab is not in front of its window, or where the
 * browser lets nobody look: it wants our toolbar button pressed over that very tab (`activeTab`).
 */
export async function takePicture(id: number): Promise<string> {
  const { windowId, active } = await browser.tabs.get(id);
  if (windowId === undefined || !active) throw new Error('the tab is not in front');
  return browser.tabs.captureVisibleTab(windowId, { format: 'png' });
}
