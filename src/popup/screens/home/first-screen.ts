import { isLockTimePast } from '../../../model/lock-time.ts';
import { deadlineItem, firstScreenItem } from '../../../platform/storage.ts';
import { pageOf, parseFirstScreen } from '../../../protocol/first-screen.ts';
import { enter, status } from '../../state.ts';
import { findOwnTab } from '../../tab.ts';
import { finder } from './home-state.ts';

/** Shows the list that the worker has put by for this very page; false where there is none. */
export async function showFirstScreen(): Promise<boolean> {
  const [stored, lockTime, tab] = await Promise.all([
    firstScreenItem.get(),
    deadlineItem.get(),
    findOwnTab(),
  ]);
  const first = parseFirstScreen(stored);
  // The lock is the worker's to turn, but a list must not stand there until it has woken up.
  if (first === null || isLockTimePast(lockTime, Date.now())) return false;
  if (first.page !== pageOf(tab?.url ?? '') || tab?.incognito || status.value !== null)
    return false;
  finder.show(first.answer);
  enter(first.status);
  return true;
}
