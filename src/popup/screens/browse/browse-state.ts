/** Where a person is among the vaults, kept while another screen is shown. */
import { signal } from '@preact/signals';
import type { ErrorCode } from '../../../model/error.ts';
import type { FacetsAnswer, SortOrder } from '../../../protocol/list-calls.ts';
import { ask, whenLocked } from '../../state.ts';
import { browsing } from './browsing.ts';
import { createLister } from './lister.ts';

export const lister = createLister((request) => ask('browse', request));

export const vaults = signal<FacetsAnswer['vaults'] | null>(null);
export const vaultsProblem = signal<ErrorCode | null>(null);
/** Unread items of the inbox; null until it is known, or where it could not be asked. */
export const unread = signal<number | null>(null);

whenLocked(() => {
  lister.forget();
  vaults.value = null;
  unread.value = null;
});

export async function loadVaults(): Promise<void> {
  vaultsProblem.value = null;
  const result = await ask('facets', {});
  if (result.ok) vaults.value = result.value.vaults;
  else vaultsProblem.value = result.error.code;
}

/** Asked only while the vaults are on the screen, where the count stands. */
export async function loadUnread(): Promise<void> {
  const result = await ask('inbox', {});
  if (result.ok) unread.value = result.value.filter(({ viewed }) => !viewed).length;
}

export function setSort(sort: SortOrder): void {
  browsing.value = { ...browsing.value, sort, row: 0 };
}
