import type { Folder, Vault } from '../../model/item.ts';

/** The vaults and folders that the user may see, also the empty ones, which no row tells of. */
export type Tree = { readonly vaults: readonly Vault[]; readonly folders: readonly Folder[] };
