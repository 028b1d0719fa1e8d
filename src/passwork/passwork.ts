/**
 * The one interface to a Passwork server. Two adapters stand behind it, one for each generation;
 * nothing outside this folder knows which one is in use.
 */
import type { AppError } from '../model/error.ts';
import type {
  Attachment,
  Colour,
  Folder,
  InboxEntry,
  ItemSummary,
  OpenedItem,
  Vault,
} from '../model/item.ts';
import type { LinkLife } from '../model/item-can.ts';
import type { Weather } from './http/exchange.ts';

export type Generation = 'v4' | 'v7';

export type Credential =
  | { readonly apiKey: string }
  | { readonly accessToken: string; readonly refreshToken?: string };

/** Bounds on the key derivation that the server asks for, in PBKDF2 iterations. */
export type Limits = {
  /** 100,000 unless given. */
  readonly minIterations?: number;
  /** 5,000,000 unless given. */
  readonly maxIterations?: number;
};

/** By which a server knows the session. Secret. */
export type Tokens = {
  readonly token: string;
  /** `''` on servers that cannot renew a session. */
  readonly refreshToken: string;
  /** Unix seconds, 0 where the server did not say. */
  readonly expiresAt: number;
};

/** Keeps a new pair of tokens; whatever it throws is ignored, the session has them anyway. */
export type TokenListener = (tokens: Tokens) => void | Promise<void>;

/**
 * All that is needed to go on with a session without signing in again, as text, so that it can be kept.
 * Secret throughout: keep it where only the session can read it.
 */
export type SavedSession = {
  readonly generation: Generation;
  /** Address of the API's root as probed, without a final slash. */
  readonly base: string;
  readonly tokens: Tokens;
  /** The derived key (base64 text) or, on old servers, the master password; `''` without encryption. */
  readonly masterKey: string;
  /** True where the server wants the key's proof as MD5 (section "legacySupport" of the protocol notes). */
  readonly legacyHash: boolean;
  /** The options by which the server had the key derived, `''` where it had none. Not secret. */
  readonly keyDerivation: string;
  /** What opens the user's private key where the master key does not (B18), else `''`. */
  readonly keyPassphrase: string;
  /** Of the server, as it writes it; `''` where it does not say. */
  readonly version: string;
  readonly user: User;
};

export type ConnectOptions = {
  /** Address as a person types it: with or without scheme, API path, final slash. */
  readonly host: string;
  readonly credential: Credential;
  readonly masterPassword?: string;
  /** The derived key itself (base64 text), instead of `masterPassword`. */
  readonly masterKey?: string;
  readonly limits?: Limits;
  /** `keyDerivation` of an earlier session: a server that asks for less now is refused. */
  readonly keyDerivation?: string;
  /**
   * Hears of new tokens from the start. On Passwork 7 the pair given as credential dies when it is renewed,
   * which can happen while connecting: without a listener a failure after that costs the credential.
   */
  readonly onTokens?: TokenListener;
  /** Time, size and repetition of requests; the defaults suit a server across the world. */
  readonly weather?: Partial<Weather>;
  readonly fetch?: typeof globalThis.fetch;
  /** Ends the connecting, and every later call of this session. */
  readonly signal?: AbortSignal;
};

export type ResumeOptions = Pick<ConnectOptions, 'fetch' | 'signal' | 'weather' | 'onTokens'>;

export type FolderSearch = { readonly query: string; readonly vaultId?: string };

/** A request in the words of the server. */
export type RawRequest = {
  /** `GET` unless given. */
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Parts of the path behind the API's root, such as `['users', 'info']`; each is percent-encoded. */
  readonly path: readonly string[];
  /** Lists go as `key[]=a&key[]=b`. */
  readonly query?: Readonly<Record<string, string | readonly string[]>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** True where it changes something, as everything but `GET` is taken to do. */
  readonly write?: boolean;
};

export type CallOptions = { readonly signal?: AbortSignal };

export type ListingOptions = CallOptions & {
  /** Hears how many items have come so far, for as long as the listing lasts; what it throws ends it. */
  readonly onProgress?: (items: number) => void;
};

export type User = { readonly name: string; readonly email: string };

export type ItemScope = { readonly vaultId: string; readonly folderId?: string | null };

export type Search = {
  readonly query?: string;
  readonly tags?: readonly string[];
  readonly colours?: readonly Colour[];
  readonly vaultId?: string;
  readonly includeShared?: boolean;
  readonly includeShortcuts?: boolean;
};

export type NewField = { readonly name: string; readonly type: string; readonly value: string };
export type NewAttachment = { readonly name: string; readonly bytes: Uint8Array };

/** Fields of an item to add; all but the vault may be left out. */
export type NewItem = {
  readonly vaultId: string;
  readonly folderId?: string | null;
  readonly name?: string;
  readonly login?: string;
  readonly password?: string;
  readonly urls?: readonly string[];
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly colour?: Colour;
  readonly fields?: readonly NewField[];
  readonly attachments?: readonly NewAttachment[];
};

export type DownloadedAttachment = { readonly name: string; readonly bytes: Uint8Array };

export type VaultContent = {
  readonly folders: readonly Folder[];
  readonly items: readonly ItemSummary[];
};

/** What a host speaks, found out without credentials. */
export type Probe = {
  readonly generation: Generation;
  /** Address of the API's root, without a final slash. */
  readonly base: string;
  /** As the server writes it, `''` where it does not say. */
  readonly version: string;
  /** See `SavedSession`. */
  readonly legacyHash: boolean;
};

/** A custom field to be stored. One that was flagged is handed back as it is, and stays as it is stored. */
export type ChangedField = NewField & { readonly unreadable?: true };

/** What an edit changes; what is left out stays as it is. */
export type ItemChanges = {
  readonly name?: string;
  readonly login?: string;
  readonly password?: string;
  readonly urls?: readonly string[];
  readonly description?: string;
  readonly tags?: readonly string[];
  readonly colour?: Colour;
  /** The whole list: a field that is not in it is removed. */
  readonly fields?: readonly ChangedField[];
};

/** Where something goes; no folder is the root of the vault. */
export type Target = { readonly vaultId: string; readonly folderId?: string | null };

export type LinkOptions = {
  readonly expires: LinkLife;
  /** Opens more than once. */
  readonly reusable?: boolean;
};

export type NewVault = { readonly name: string; readonly kind: Vault['kind'] };

export type NewFolder = {
  readonly vaultId: string;
  readonly name: string;
  /** Null or left out for the root of the vault. */
  readonly parentId?: string | null;
};

/** One of many items opened together. */
export type OpenResult =
  | { readonly id: string; readonly item: OpenedItem }
  | { readonly id: string; readonly error: AppError };

/** A former state of an item. */
export type SnapshotRow = {
  readonly id: string;
  readonly itemId: string;
  /** Unix seconds. */
  readonly createdAt: number;
};

/**
 * A session with a server. Every call throws `AppError` and nothing else; `unsupported-server` where
 * the generation has no known protocol for it. A change whose answer was lost throws `unknown-outcome` and
 * is not repeated: look at the server before trying again.
 */
export type Passwork = {
  readonly generation: Generation;
  readonly user: User;
  /** True where items are encrypted on the client, so that a master key is in use. */
  readonly encrypted: boolean;

  vaults(options?: CallOptions): Promise<Vault[]>;
  folders(vaultId: string, options?: CallOptions): Promise<Folder[]>;
  searchFolders(query: FolderSearch, options?: CallOptions): Promise<Folder[]>;
  /** Summaries of a whole vault, or of one folder of it (`null`: the root). */
  items(scope: ItemScope, options?: ListingOptions): Promise<ItemSummary[]>;
  /** Folders and all summaries of a vault, in as few requests as the server allows. */
  vaultContent(vaultId: string, options?: ListingOptions): Promise<VaultContent>;
  search(query: Search, options?: CallOptions): Promise<ItemSummary[]>;
  /** Items whose URL the server, or on Passwork 7 this client, takes for the same site. */
  searchByUrl(url: string, options?: CallOptions): Promise<ItemSummary[]>;
  recent(options?: CallOptions): Promise<ItemSummary[]>;
  favourites(options?: CallOptions): Promise<ItemSummary[]>;
  tags(options?: CallOptions): Promise<string[]>;
  colours(options?: CallOptions): Promise<Colour[]>;

  openItem(id: string, options?: CallOptions): Promise<OpenedItem>;
  /** Many items in few or parallel requests, results in the order of the ids. */
  openItems(ids: readonly string[], options?: CallOptions): Promise<OpenResult[]>;
  openShortcut(id: string, options?: CallOptions): Promise<OpenedItem>;
  inbox(options?: CallOptions): Promise<InboxEntry[]>;
  openInboxItem(id: string, options?: CallOptions): Promise<OpenedItem>;
  /** `item` is the opened item, inbox item or shortcut that the attachment hangs on. */
  downloadAttachment(
    item: OpenedItem,
    attachmentId: Attachment['id'],
    options?: CallOptions,
  ): Promise<DownloadedAttachment>;
  /** Former states of an item, of which the server keeps one for each change. */
  snapshots(itemId: string, options?: CallOptions): Promise<SnapshotRow[]>;
  openSnapshot(snapshot: SnapshotRow, options?: CallOptions): Promise<OpenedItem>;

  /** Answers with the new item's id. */
  addItem(item: NewItem, options?: CallOptions): Promise<string>;
  editItem(id: string, changes: ItemChanges, options?: CallOptions): Promise<void>;
  /** Answers with the id that the item has there. */
  moveItem(id: string, target: Target, options?: CallOptions): Promise<string>;
  /** Answers with the copy's id. */
  copyItem(id: string, target: Target, options?: CallOptions): Promise<string>;
  deleteItem(id: string, options?: CallOptions): Promise<void>;
  favourite(id: string, on: boolean, options?: CallOptions): Promise<void>;
  /** `item` as opened, also through a shortcut or the inbox; what it lists stays as it was opened. */
  addAttachment(item: OpenedItem, file: NewAttachment, options?: CallOptions): Promise<void>;
  removeAttachment(
    item: OpenedItem,
    attachmentId: Attachment['id'],
    options?: CallOptions,
  ): Promise<void>;
  /** A URL by which anybody can open a copy of the item; its fragment holds the key. */
  createLink(item: OpenedItem, link: LinkOptions, options?: CallOptions): Promise<string>;

  /** Answers with the new shortcut's id. */
  addShortcut(itemId: string, target: Target, options?: CallOptions): Promise<string>;
  editShortcut(id: string, changes: ItemChanges, options?: CallOptions): Promise<void>;
  moveShortcut(id: string, target: Target, options?: CallOptions): Promise<void>;
  copyShortcut(id: string, target: Target, options?: CallOptions): Promise<void>;
  deleteShortcut(id: string, options?: CallOptions): Promise<void>;
  favouriteShortcut(id: string, on: boolean, options?: CallOptions): Promise<void>;
  editInboxItem(id: string, changes: ItemChanges, options?: CallOptions): Promise<void>;

  /** Answers with the new vault's id. */
  addVault(vault: NewVault, options?: CallOptions): Promise<string>;
  renameVault(id: string, name: string, options?: CallOptions): Promise<void>;
  deleteVault(id: string, options?: CallOptions): Promise<void>;
  /** Answers with the new folder's id. */
  addFolder(folder: NewFolder, options?: CallOptions): Promise<string>;
  renameFolder(id: string, name: string, options?: CallOptions): Promise<void>;
  /** With all it holds, in one request: whole or not at all. */
  moveFolder(id: string, target: Target, options?: CallOptions): Promise<void>;
  copyFolder(id: string, target: Target, options?: CallOptions): Promise<void>;
  deleteFolder(id: string, options?: CallOptions): Promise<void>;

  /** Any endpoint, for what has no method here: gives the data of the answer as it came, unread. */
  ask(request: RawRequest, options?: CallOptions): Promise<unknown>;

  /** Called with every new pair of tokens before it is used. Returns the function that ends it. */
  onTokens(listener: TokenListener): () => void;
  /** Secret: what `resume` needs to go on with this session. */
  save(): SavedSession;
  /** Ends the session here, and on the server where it knows a call for that. */
  logout(): Promise<void>;
};
