/** Which place is browsed, and where in it. Small, so that it can be kept without the screen's code. */
import { signal } from '@preact/signals';
import type { SortOrder } from '../../../protocol/list-calls.ts';
import { show, whenLocked } from '../../state.ts';
import type { FolderPlace } from './lister.ts';

export type Browsing = {
  /** Null in the list of the vaults. */
  readonly place: FolderPlace | null;
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
export function browseTo(place: FolderPlace | null, row = 0): void {
  browsing.value = { ...browsing.value, place, row };
  show({ screen: 'browse' });
}
