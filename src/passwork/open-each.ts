import { type AppError, toAppError } from '../model/error.ts';
import type { OpenedItem } from '../model/item.ts';
import { mapConcurrently } from './concurrent.ts';
import type { OpenResult } from './passwork.ts';

/** What concerns one item only; any other failure would meet the next item too, and ends the work. */
const ownFailures: ReadonlySet<string> = new Set([
  'denied',
  'not-found',
  'invalid-input',
  'unreadable',
  'bad-server-answer',
]);

/** Opens items side by side. One that cannot be opened is told in its place. */
export function openEach(
  ids: readonly string[],
  open: (id: string) => Promise<OpenedItem>,
): Promise<OpenResult[]> {
  return mapConcurrently(ids, (id) => settle(id, open(id)));
}

export async function settle(id: string, work: Promise<OpenedItem>): Promise<OpenResult> {
  try {
    return { id, item: await work };
  } catch (thrown) {
    const error: AppError = toAppError(thrown);
    if (!ownFailures.has(error.code)) throw error;
    return { id, error };
  }
}
