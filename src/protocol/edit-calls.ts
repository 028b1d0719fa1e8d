/** Where an item is put. Nothing here is secret. */

/** A vault, or a folder of it; no folder is the vault's root. */
export type Place = { readonly vaultId: string; readonly folderId: string | null };

export type PlaceRow = Place & {
  /** Vault and folders from the root, as a person reads them. */
  readonly path: readonly string[];
  readonly kind: 'company' | 'private';
};

export type Places = {
  /** Every vault and folder, each vault followed by what lies in it. */
  readonly all: readonly PlaceRow[];
  /** Where something was put last, newest first; only places that are still there. */
  readonly last: readonly PlaceRow[];
};

export type EditCalls = {
  /** Where something can be put. Throws what the connector throws. */
  places(request: Record<string, never>): Places;
};
