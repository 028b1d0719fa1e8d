import type { Passwork } from './passwork.ts';

/** Everything that answers with lists: nothing of it is secret, and nothing is decrypted. */
export type ListCalls = Pick<
  Passwork,
  | 'vaults'
  | 'folders'
  | 'searchFolders'
  | 'items'
  | 'vaultContent'
  | 'search'
  | 'searchByUrl'
  | 'recent'
  | 'favourites'
  | 'tags'
  | 'colours'
>;
