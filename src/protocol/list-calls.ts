/** Lists of items: no secret in any of them. */
import type { ErrorCode } from '../model/error.ts';
import type { Colour, InboxEntry } from '../model/item.ts';

export type IndexState = {
  readonly phase: 'building' | 'ready' | 'failed';
  readonly vaultsDone: number;
  readonly vaultsTotal: number;
  readonly items: number;
  /** Why the last refresh failed, and that what is shown may be old. */
  readonly problem?: ErrorCode;
  /** Unix milliseconds of the last complete refresh, 0 where there was none. */
  readonly refreshedAt: number;
};

/** One line of a list. Never a secret. */
export type ItemRow = {
  readonly id: string;
  /** Id of the shortcut where the row is one; it opens with the shortcut's key. */
  readonly shortcutId: string | null;
  readonly name: string;
  readonly login: string;
  /** Host of the first URL as a person reads it, `''` where there is none. */
  readonly host: string;
  readonly colour: Colour;
  readonly favourite: boolean;
  /** Vault and folders from the root, as a person reads them. */
  readonly path: readonly string[];
};

export type FindRequest = {
  readonly query: string;
  /** Tab whose site comes first; null where there is none. */
  readonly tabId: number | null;
  readonly offset: number;
  readonly limit: number;
};

/** Why rows stand where they stand: `rest` is everything else, by name or, after a search, by fit. */
export type SectionKind = 'site' | 'favourites' | 'recent' | 'rest';

export type Section = { readonly kind: SectionKind; readonly count: number };

export type FindAnswer = {
  readonly rows: readonly ItemRow[];
  /** How many rows of the whole answer, from its start, belong to the tab's site. */
  readonly matching: number;
  readonly total: number;
  /** Parts of the whole answer in their order; none of them is empty. */
  readonly sections: readonly Section[];
  /** Host of the tab as a person reads it, `''` where nothing can be filled there. */
  readonly site: string;
  readonly index: IndexState;
};

/** Everything that a list can be narrowed by, each with the number of its items. */
export type FacetsAnswer = {
  readonly vaults: readonly {
    readonly id: string;
    readonly name: string;
    readonly kind: 'company' | 'private';
    readonly count: number;
  }[];
  readonly tags: readonly { readonly name: string; readonly count: number }[];
  readonly colours: readonly { readonly colour: Colour; readonly count: number }[];
};

export type SortOrder = 'name' | 'changed' | 'used';

/** A folder as a line of a list; `count` includes the folders in it. */
export type FolderRow = { readonly id: string; readonly name: string; readonly count: number };

export type BrowseRequest = {
  readonly vaultId: string;
  /** Null for the root of the vault. */
  readonly folderId: string | null;
  readonly sort: SortOrder;
  readonly offset: number;
  readonly limit: number;
};

export type BrowseAnswer = {
  /** From the vault, whose `folderId` is null, down to the folder itself. */
  readonly path: readonly { readonly folderId: string | null; readonly name: string }[];
  readonly folders: readonly FolderRow[];
  /** Items of the folder itself. */
  readonly rows: readonly ItemRow[];
  readonly total: number;
  readonly index: IndexState;
};

export type ListCalls = {
  find(request: FindRequest): FindAnswer;
  facets(request: Record<string, never>): FacetsAnswer;
  /** Throws `not-found` where the vault or folder is gone. */
  browse(request: BrowseRequest): BrowseAnswer;
  refresh(request: Record<string, never>): IndexState;
  inbox(request: Record<string, never>): readonly InboxEntry[];
  /** How many of them nobody had looked at when the list was refreshed last; null where it never was. */
  unread(request: Record<string, never>): number | null;
};
