/** A click in the context menu. */
import { type ErrorCode, toAppError } from '../../model/error.ts';
import type { MenuClick } from '../../platform/menus.ts';
import { type Part, type RowRef, refOf } from '../../protocol/item-calls.ts';
import { writeMark } from '../../protocol/open-mark.ts';
import { needsConsent } from '../fill/consent.ts';
import type { Fill } from '../fill/fill.ts';
import type { CopyGenerated } from '../generator/copy-generated.ts';
import { generateEntry, openPopupEntry, parseEntry } from '../menu/menu.ts';
import type { CopyPart } from '../opened/copy-part.ts';

type Dependencies = {
  readonly fill: Fill;
  readonly copyPart: CopyPart;
  readonly copyGenerated: CopyGenerated;
  readonly openPopup: () => Promise<unknown>;
  /** Opens the popup on an item. */
  readonly openAt: (mark: string) => Promise<unknown>;
  /** The item's address has changed: has the popup ask. */
  readonly confirm: (tabId: number, row: RowRef) => Promise<unknown>;
  /** Tells the user how it went; null is success. */
  readonly report: (failure: ErrorCode | null) => Promise<void>;
};

const parts = {
  'copy-login': { part: 'login' },
  'copy-password': { part: 'password' },
  'copy-code': { part: 'code', index: null },
} as const satisfies Record<string, Part>;

export function createMenuHandler(deps: Dependencies): (click: MenuClick) => Promise<void> {
  return async ({ entry, tabId, frameId }) => {
    if (entry === openPopupEntry) {
      await deps.openPopup();
      return;
    }
    if (entry === generateEntry) {
      await deps.copyGenerated({ kind: 'browser' }).then(
        () => deps.report(null),
        (thrown: unknown) => deps.report(toAppError(thrown).code),
      );
      return;
    }
    const parsed = parseEntry(entry);
    if (parsed === null) return;
    const { act, row } = parsed;
    try {
      if (act === 'open') {
        await deps.openAt(writeMark({ show: 'item', ref: refOf(row) }));
        return;
      }
      if (act === 'fill') await deps.fill.fillTab(tabId, row, { preferredFrame: frameId });
      else await deps.copyPart({ kind: 'browser' }, refOf(row), parts[act]);
      await deps.report(null);
    } catch (thrown) {
      const { code } = toAppError(thrown);
      if (needsConsent(code)) await deps.confirm(tabId, row);
      else await deps.report(code);
    }
  };
}
