/** Keyboard shortcuts. */
import { type ErrorCode, toAppError } from '../../model/error.ts';
import type { Tab } from '../../platform/tabs.ts';
import type { RowRef } from '../../protocol/item-calls.ts';
import type { ItemRow } from '../../protocol/list-calls.ts';
import { needsConsent } from '../fill/consent.ts';
import type { Fill } from '../fill/fill.ts';

type Dependencies = {
  readonly isOpen: () => Promise<boolean>;
  readonly touch: () => Promise<void>;
  readonly lock: () => Promise<void>;
  readonly fill: Fill;
  readonly matching: (pageUrl: string) => Promise<readonly ItemRow[]>;
  readonly findCurrentTab: () => Promise<Tab | null>;
  readonly openPopup: () => Promise<unknown>;
  /** The item's address has changed: has the popup ask. */
  readonly confirm: (tabId: number, row: RowRef) => Promise<unknown>;
  readonly report: (failure: ErrorCode | null) => Promise<void>;
};

export function createCommandHandler(deps: Dependencies): (command: string) => Promise<void> {
  /** One match is filled; several, none or a locked vault are for the popup. */
  async function fill(): Promise<void> {
    const tab = await deps.findCurrentTab();
    const open = await deps.isOpen();
    const rows = tab !== null && open ? await deps.matching(tab.url) : [];
    const [only] = rows;
    if (tab === null || only === undefined || rows.length > 1) {
      await deps.openPopup();
      return;
    }
    await deps.touch();
    try {
      await deps.fill.fillTab(tab.id, only);
      await deps.report(null);
    } catch (thrown) {
      const { code } = toAppError(thrown);
      if (needsConsent(code)) await deps.confirm(tab.id, only);
      else await deps.report(code);
    }
  }

  return async (command) => {
    if (command === 'lock') await deps.lock();
    if (command === 'fill') await fill();
  };
}
