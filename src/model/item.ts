/**
 * The domain's vocabulary, the same for both generations of Passwork.
 * A summary holds no secret; an opened item holds decrypted fields.
 */

/** Colour label of an item: 0 is none, other numbers are the server's palette. */
export type Colour = number;

export type Vault = {
  readonly id: string;
  readonly name: string;
  /** `company` vaults belong to the organisation, `private` ones to a user or a few. */
  readonly kind: 'company' | 'private';
};

export type Folder = {
  readonly id: string;
  readonly vaultId: string;
  /** Null in the root of the vault. */
  readonly parentId: string | null;
  readonly name: string;
};

/** What a list shows of an item. Never a secret; every text is `''` where the server has none. */
export type ItemSummary = {
  /** Id of the item itself, also where the row is a shortcut to it. */
  readonly id: string;
  /** Vault and folder where the row lives: the shortcut's own where it is one. */
  readonly vaultId: string;
  readonly folderId: string | null;
  /** Set where the row is a shortcut to an item of another vault or folder. */
  readonly shortcutId: string | null;
  /** Set where the row came from the inbox; it opens as an inbox item. */
  readonly inboxId?: string;
  readonly name: string;
  readonly login: string;
  readonly urls: readonly string[];
  readonly description: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly favourite: boolean;
  /** Unix seconds of the last change of the password, 0 where unknown. */
  readonly passwordChangedAt: number;
};

/** Known kinds are `text`, `password` and `totp`; a server may hold others, and they are kept. */
export type FieldType = string;

export type Field = {
  readonly name: string;
  readonly type: FieldType;
  readonly value: string;
  /** True where name, type or value could not be decrypted; the text is then `''`. */
  readonly unreadable?: true;
};

export type Attachment = {
  readonly id: string;
  readonly name: string;
};

/** Everything of one item, decrypted. */
export type OpenedItem = {
  readonly id: string;
  readonly vaultId: string;
  readonly folderId: string | null;
  readonly name: string;
  readonly login: string;
  readonly urls: readonly string[];
  readonly description: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly favourite: boolean;
  /** Unix seconds, 0 where unknown. */
  readonly passwordChangedAt: number;
  readonly password: string;
  /** True where the password could not be decrypted; `password` is then `''`. */
  readonly passwordUnreadable?: true;
  readonly fields: readonly Field[];
  readonly attachments: readonly Attachment[];
};

/** An item that somebody sent to the user, as the list shows it. */
export type InboxEntry = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly viewed: boolean;
};
