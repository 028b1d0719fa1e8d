/** All open tabs at once. */
import { findFrames, sendToTab } from '../platform/frames.ts';
import type { Tab } from '../platform/tabs.ts';
import { injectWatcher } from './engine.ts';

/** Tells every tab to close a menu that is open there; it would show names of a locked vault. */
export function closeMenus(tabs: readonly Tab[]): void {
  for (const { id } of tabs) sendToTab(id, { channel: 'frame', call: 'closeMenu', request: {} });
}

/** Puts the watcher into frames that were open before this version was. */
export async function watchOpenTabs(tabs: readonly Tab[]): Promise<void> {
  for (const { id: tabId } of tabs) {
    for (const { frameId, documentId } of await findFrames(tabId)) {
      // Pages of the browser and of its store refuse; there is nothing to fill there.
      await injectWatcher({ tabId, frameId, documentId }).catch(() => undefined);
    }
  }
}
