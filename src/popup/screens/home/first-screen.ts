import { pageOf, parseFirstScreen } from '../../../protocol/first-screen.ts';
import type { Opening } from '../../opening.ts';
import { enter, status } from '../../state.ts';
import { finder } from './home-state.ts';

/** Shows the list that the worker has put by for this very page; false where there is none. */
export function showFirstScreen({ firstScreen, tab }: Opening): boolean {
  const first = parseFirstScreen(firstScreen);
  if (first === null || first.page !== pageOf(tab?.url ?? '') || tab?.incognito) return false;
  if (status.value !== null) return false;
  finder.show(first.answer);
  enter(first.status);
  return true;
}
