/** The next step of a login asks for its one-time code: after the login was filled, it lies on the clipboard. */
import { type ErrorCode, toAppError } from '../../model/error.ts';
import { type RowRef, refOf } from '../../protocol/item-calls.ts';
import type { FillValues } from '../../protocol/page-calls.ts';
import type { CopyPart } from '../opened/copy-part.ts';

/** Resolves once the code is copied and said, or there is nothing to copy. Never rejects. */
export type CodeAfterFill = (row: RowRef, filled: FillValues) => Promise<void>;

export function createCodeAfterFill(deps: {
  readonly wanted: () => Promise<boolean>;
  readonly copyPart: CopyPart;
  /** Tells the user that the code is on the clipboard. */
  readonly sayCopied: () => Promise<void>;
  readonly report: (failure: ErrorCode) => Promise<void>;
}): CodeAfterFill {
  return async (row, { password, code }) => {
    // A page that took the code needs no other, and one that took no password is not that far yet.
    if (password === null || code !== null || !(await deps.wanted())) return;
    try {
      await deps.copyPart({ kind: 'browser' }, refOf(row), { part: 'code', index: null });
      await deps.sayCopied();
    } catch (thrown) {
      // Most items have none; the clipboard is left as it is.
      const failed = toAppError(thrown);
      if (failed.code !== 'no-value') await deps.report(failed.code);
    }
  };
}
