/** Which place is browsed, and where in it. Small, so that it can be kept without the screen's code. */
import { signal } from '@preact/signals';
import type { Place } from '../../../protocol/edit-calls.ts';
import type { SortOrder } from '../../../protocol/list-calls.ts';
import { show, whenLocked } from '../../state.ts';

export type Browsing = {
  /** Null in the list of the vaults. */
  readonly place: Place | null;
  readonly sort: SortOrder;
  /** The row that the keys act on. */
  readonly row: number;
};

const atStart: Browsing = { place: null, sort: 'name', row: 0 };

export const browsing = signal<Browsing>(atStart);

whenLocked(() => {
  browsing.value = atStart;
});

/** Shows a folder, a vault's root, or the list of the vaults. `row` is the one to stand on. */
export function browseTo(place: Place | null, row = 0): void {
  browsing.value = { ...browsing.value, place, row };
  show({ screen: 'browse' });
}
