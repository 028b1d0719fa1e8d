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

whenLocked(() => {
  lister.forget();
  vaults.value = null;
});

export async function loadVaults(): Promise<void> {
  vaultsProblem.value = null;
  const result = await ask('facets', {});
  if (result.ok) vaults.value = result.value.vaults;
  else vaultsProblem.value = result.error.code;
}

export function setSort(sort: SortOrder): void {
  browsing.value = { ...browsing.value, sort, row: 0 };
}
