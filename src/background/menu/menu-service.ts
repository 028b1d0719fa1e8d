/** Keeps the context menu in step with the tab in front, the lock and the index. */
import type { MenuEntry } from '../../platform/menus.ts';
import type { Tab } from '../../platform/tabs.ts';
import type { ItemRow } from '../../protocol/list-calls.ts';
import { createLatest } from '../latest.ts';
import { buildMenu } from './menu.ts';

export type MenuService = {
  /** Something changed; rebuilds once, however often it is called meanwhile. */
  update(): Promise<void>;
};

type Dependencies = {
  readonly unlocked: () => Promise<boolean>;
  readonly findCurrentTab: () => Promise<Tab | null>;
  readonly matching: (pageUrl: string) => Promise<readonly ItemRow[]>;
  readonly show: (entries: readonly MenuEntry[]) => Promise<void>;
  readonly text: (key: string) => string;
};

export function createMenuService(deps: Dependencies): MenuService {
  let shown = '';

  async function rebuild(): Promise<void> {
    const entries = buildMenu(
      (await deps.unlocked())
        ? { state: 'unlocked', rows: await rowsOfTab() }
        : { state: 'locked' },
      deps.text,
    );
    const print = JSON.stringify(entries);
    if (print === shown) return;
    await deps.show(entries);
    shown = print;
  }

  async function rowsOfTab(): Promise<readonly ItemRow[]> {
    const tab = await deps.findCurrentTab();
    // What a private window visits is not written into the menu, which Chromium keeps on the disk.
    return tab === null || tab.incognito ? [] : deps.matching(tab.url);
  }

  return { update: createLatest(rebuild) };
}
