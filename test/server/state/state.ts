/**
 * All that the server knows. Values that a client encrypted are kept as they came and never opened;
 * what differs between the two generations is only how they are named on the wire.
 */

/**
 * What a user may do in a vault. `received` opens only what was sent to him, and keeps the vault out
 * of his list; `none` is a vault in his list that he may not open.
 */
export type Right = 'admin' | 'write' | 'read' | 'received' | 'none';

export type VaultAccess = {
  right: Right;
  /** Key material as this user gets it, under its names on the wire. */
  keys: Readonly<Record<string, unknown>>;
};

export type Vault = {
  readonly id: string;
  name: string;
  /** `domain` is a company vault; anything else is private. */
  readonly scope: string;
  readonly access: Map<string, VaultAccess>;
};

export type Folder = {
  readonly id: string;
  vaultId: string;
  parentId: string | null;
  name: string;
};

export type StoredAttachment = {
  readonly id: string;
  readonly name: string;
  encryptedKey: unknown;
  readonly encryptedData: string;
  readonly hash: unknown;
};

/** The part of an item that a client encrypted. */
export type Sealed = {
  /** `''` and null are both no password; which one a client gets back is what was stored. */
  password: string | null;
  key: string | null;
  /** Custom fields with whatever properties the client gave them. */
  fields: readonly unknown[] | null;
  attachments: readonly StoredAttachment[] | null;
  snapshots: readonly string[];
};

export type Item = {
  readonly id: string;
  vaultId: string;
  folderId: string | null;
  name: string | null;
  login: string | null;
  url: string | null;
  /** Further addresses and the first once more; null on servers that know only one. */
  urls: readonly string[] | null;
  description: string | null;
  colour: number | null;
  tags: readonly string[] | null;
  /** Unix seconds. */
  passwordChangedAt: number;
  updatedAt: number;
  /** A function where seeded ciphertext is made at its first use: 100,000 items must start fast. */
  sealed: Sealed | (() => Sealed);
  /** Ids of those who see it in its vault; null is everybody who sees the vault. */
  readers: ReadonlySet<string> | null;
};

export type Shortcut = {
  readonly id: string;
  readonly itemId: string;
  vaultId: string;
  folderId: string | null;
  key: string | null;
  /** Login of who made it. */
  readonly creator: string;
};

export type InboxEntry = {
  readonly id: string;
  readonly userId: string;
  readonly itemId: string;
  viewed: boolean;
  /** Whether its notification was seen. */
  noticed: boolean;
  /** The item's key for this user; null where the old flow is in use. */
  readonly key: string | null;
  /** Old flow: key of the sender's vault for this user. */
  readonly groupKey: string | null;
  readonly senderId: string;
  /** Unix seconds. */
  readonly createdAt: number;
};

/** An item as it was before a change; Passwork 7 keeps these by itself. */
export type PastItem = {
  readonly id: string;
  readonly item: Item;
  readonly creatorId: string;
  /** Unix seconds. */
  readonly createdAt: number;
};

export type Link = {
  readonly id: string;
  readonly itemId: string | null;
  readonly body: Readonly<Record<string, unknown>>;
};

export type User = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly login: string;
  readonly apiKey: string;
  /** Key material of `/user/info`; undefined without client-side encryption. */
  readonly keys: Readonly<Record<string, unknown>> | undefined;
  /** Undefined where the endpoint does not exist on this server. */
  readonly keyOptions: string | null | undefined;
  /** What the header must hold; null where nothing is asked. */
  readonly masterHash: string | null;
  /** The company's key for this user. */
  readonly domainKey: string | null;
  readonly extensionSecret: string;
  /** Ids of items and of shortcuts. */
  readonly favourites: Set<string>;
  /** Ids of items, the newest first. */
  recent: string[];
};

export type State = {
  readonly encrypted: boolean;
  readonly domainId: string;
  readonly users: Map<string, User>;
  readonly vaults: Map<string, Vault>;
  readonly folders: Map<string, Folder>;
  readonly items: Map<string, Item>;
  readonly shortcuts: Map<string, Shortcut>;
  readonly inbox: Map<string, InboxEntry>;
  readonly links: Map<string, Link>;
  /** By the item's id, the oldest first. */
  readonly history: Map<string, PastItem[]>;
  readonly newId: () => string;
};

/** The encrypted part of an item, made now if nobody asked for it before. */
export function openSealed(item: Item): Sealed {
  if (typeof item.sealed === 'function') item.sealed = item.sealed();
  return item.sealed;
}

/** A server with these people and nothing else. */
export function createState(
  begin: Pick<State, 'encrypted' | 'domainId' | 'newId'> & { readonly users: readonly User[] },
): State {
  return {
    ...begin,
    users: new Map(begin.users.map((user) => [user.id, user])),
    vaults: new Map(),
    folders: new Map(),
    items: new Map(),
    shortcuts: new Map(),
    inbox: new Map(),
    links: new Map(),
    history: new Map(),
  };
}
