/**
 * The one interface to a Passwork server. Two adapters stand behind it, one for each generation;
 * nothing outside this folder knows which one is in use.
 */
import type {
  Attachment,
  Colour,
  Folder,
  InboxEntry,
  ItemSummary,
  OpenedItem,
  Vault,
} from '../model/item.ts';
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

/**
 * What a session is made of, as text, so that it can be kept and resumed.
 * Secret throughout: keep it where only the session can read it.
 */
export type Tokens = {
  readonly token: string;
  /** `''` on servers that cannot renew a session. */
  readonly refreshToken: string;
  /** Unix seconds, 0 where the server did not say. */
  readonly expiresAt: number;
};

/** Keeps a new pair of tokens; whatever it throws is ignored, the session has them anyway. */
export type TokenListener = (tokens: Tokens) => void | Promise<void>;

/** All that is needed to go on with a session without signing in again. Secret. */
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

export type CallOptions = { readonly signal?: AbortSignal };

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

/** A session with a server. Every call throws `AppError` and nothing else. */
export type Passwork = {
  readonly generation: Generation;
  readonly user: User;
  /** True where items are encrypted on the client, so that a master key is in use. */
  readonly encrypted: boolean;

  vaults(options?: CallOptions): Promise<Vault[]>;
  folders(vaultId: string, options?: CallOptions): Promise<Folder[]>;
  /** Summaries of a whole vault, or of one folder of it (`null`: the root). */
  items(scope: ItemScope, options?: CallOptions): Promise<ItemSummary[]>;
  /** Folders and all summaries of a vault, in as few requests as the server allows. */
  vaultContent(vaultId: string, options?: CallOptions): Promise<VaultContent>;
  search(query: Search, options?: CallOptions): Promise<ItemSummary[]>;
  searchByUrl(url: string, options?: CallOptions): Promise<ItemSummary[]>;
  recent(options?: CallOptions): Promise<ItemSummary[]>;
  favourites(options?: CallOptions): Promise<ItemSummary[]>;
  tags(options?: CallOptions): Promise<string[]>;
  colours(options?: CallOptions): Promise<Colour[]>;

  openItem(id: string, options?: CallOptions): Promise<OpenedItem>;
  openShortcut(id: string, options?: CallOptions): Promise<OpenedItem>;
  inbox(options?: CallOptions): Promise<InboxEntry[]>;
  openInboxItem(id: string, options?: CallOptions): Promise<OpenedItem>;
  /** `item` is the opened item, inbox item or shortcut that the attachment hangs on. */
  downloadAttachment(
    item: OpenedItem,
    attachmentId: Attachment['id'],
    options?: CallOptions,
  ): Promise<DownloadedAttachment>;

  addItem(item: NewItem, options?: CallOptions): Promise<string>;
  deleteItem(id: string, options?: CallOptions): Promise<void>;

  /** Called with every new pair of tokens before it is used. Returns the function that ends it. */
  onTokens(listener: TokenListener): () => void;
  /** Secret: what `resume` needs to go on with this session. */
  save(): SavedSession;
  logout(): Promise<void>;
};
