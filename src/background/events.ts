/**
 * What the browser tells us: time, idleness, windows, tabs, installs. Wiring only, as in `index.ts`; to be
 * called in the first tick.
 */

import type { Via } from '../model/via.ts';
import { onAlarm } from '../platform/alarms.ts';
import { clearBadge } from '../platform/badge.ts';
import { type FrameRef, onDocument, onRewritten } from '../platform/frames.ts';
import { onIdle, onScreenLocked, setIdleTime } from '../platform/idle.ts';
import { onInstalled, ownPage } from '../platform/lifecycle.ts';
import { popupPage } from '../platform/popup.ts';
import { closeLocal } from '../platform/storage.ts';
import {
  findAllTabs,
  onTabClosed,
  onTabLoaded,
  onTabNavigated,
  onTabShown,
  openTab,
} from '../platform/tabs.ts';
import { onLastWindowClosed, onWindowClosed } from '../platform/windows.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Clipboard } from './clipboard/clipboard.ts';
import { injectWatcher } from './engine.ts';
import type { SettingsService } from './settings.ts';
import { watchOpenTabs } from './tabs.ts';

type Dependencies = {
  readonly accounts: Pick<Accounts, 'active' | 'lock'>;
  readonly settings: SettingsService;
  readonly clipboard: Pick<Clipboard, 'clearIfDue'>;
  readonly isOpen: () => Promise<boolean>;
  /** Another tab is in front. */
  readonly onShown: () => void;
  /** A tab shows a new document, whole. */
  readonly onLoaded: (tabId: number) => void;
  /** A tab has begun to show another document. */
  readonly onNavigated: (tabId: number) => void;
  /** A frame has begun to show another document. */
  readonly onDocument: (place: FrameRef, via: Via) => void;
  readonly onClosed: (tabId: number) => void;
  readonly onWindowClosed: (windowId: number) => void;
};

export function listen(deps: Dependencies): void {
  const { accounts, settings } = deps;

  onAlarm((name) => {
    // Asking checks the deadline.
    if (name === 'lock') void deps.isOpen();
    if (name === 'refresh-index' || name === 'remove-items') void wake();
    if (name === 'clear-clipboard') void deps.clipboard.clearIfDue();
  });
  onScreenLocked(async () => {
    if ((await settings.get()).lockWithScreen) await accounts.lock();
  });
  onIdle(async () => {
    if ((await settings.get()).lockIdleMinutes > 0) await accounts.lock();
  });
  onLastWindowClosed(async () => {
    if ((await settings.get()).lockWithLastWindow) await accounts.lock();
  });
  onTabShown(deps.onShown);
  onTabLoaded(deps.onLoaded);
  onTabNavigated(deps.onNavigated);
  onDocument(deps.onDocument);
  onRewritten((place) => void injectWatcher(place).catch(() => undefined));
  onTabClosed(deps.onClosed);
  onWindowClosed(deps.onWindowClosed);
  onInstalled((reason) => {
    void clearBadge();
    if (reason === 'install') void openTab(ownPage(popupPage));
    // Content scripts of the version before fall silent; ours take their place without a reload.
    void findAllTabs().then(watchOpenTabs);
  });

  async function wake(): Promise<void> {
    const { refresh, removals } = await accounts.active();
    await Promise.all([refresh.wake(), removals.goOn()]);
  }

  void followIdleTime(settings);
  closeLocal().catch(() => undefined);
  // A woken worker reads its index back while the first call is still on its way.
  wake().catch(() => undefined);
}

/** The browser counts idleness; it has to be told how long is too long. */
export async function followIdleTime(settings: SettingsService): Promise<void> {
  setIdleTime((await settings.get()).lockIdleMinutes);
}
