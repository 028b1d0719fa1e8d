/**
 * What our own pages (popup, options) may ask of the worker.
 * No call answers with a key, a token or a list of secrets: one field at a time, on a gesture.
 */
import type { ErrorCode } from '../model/error.ts';
import type { Colour } from '../model/item.ts';
import type { Settings } from '../model/settings.ts';
import type { FillOutcome } from './page-calls.ts';

/** Where the session stands; it decides which screen is shown. */
export type Status =
  | { readonly state: 'not-set-up' }
  | {
      readonly state: 'locked';
      readonly host: string;
      readonly user: string;
      readonly secret: UnlockSecret;
      /** Wrong PINs still allowed; null where no PIN unlocks. */
      readonly pinTries: number | null;
      /** Name of the passkey that unlocks, base64; `''` for none. */
      readonly passkey: string;
      /** Why the vault locked where it was not the user's doing, such as `session-expired`. */
      readonly reason: ErrorCode | null;
    }
  | {
      readonly state: 'unlocked';
      readonly host: string;
      readonly user: string;
      readonly index: IndexState;
    };

/** What unlocks: the master password, or a passphrase where the server has no client-side encryption. */
export type UnlockSecret = 'master-password' | 'passphrase';

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

export type FindAnswer = {
  readonly rows: readonly ItemRow[];
  /** How many rows of the whole answer, from its start, belong to the tab's site. */
  readonly matching: number;
  readonly total: number;
  /** Host of the tab as a person reads it, `''` where nothing can be filled there. */
  readonly site: string;
  readonly index: IndexState;
};

/** Names one item, also one reached through a shortcut or the inbox. */
export type ItemRef = {
  readonly kind: 'item' | 'shortcut' | 'inbox';
  readonly id: string;
};

export type FieldView = {
  readonly name: string;
  readonly type: string;
  /** Text of fields that are not secret; `null` where it must be revealed first. */
  readonly value: string | null;
  readonly empty: boolean;
  readonly unreadable: boolean;
};

export type ItemView = {
  readonly ref: ItemRef;
  readonly name: string;
  readonly login: string;
  readonly urls: readonly string[];
  readonly description: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly favourite: boolean;
  readonly path: readonly string[];
  /** Unix seconds, 0 where unknown. */
  readonly passwordChangedAt: number;
  readonly password: 'present' | 'empty' | 'unreadable';
  readonly fields: readonly FieldView[];
  readonly attachments: readonly { readonly id: string; readonly name: string }[];
};

/** Which part of an item: its login, its password, or a custom field by its place in the list. */
export type Part =
  | { readonly part: 'login' }
  | { readonly part: 'password' }
  | { readonly part: 'field'; readonly index: number }
  /** The one-time code of a custom field, or of the item's first where no index is given. */
  | { readonly part: 'code'; readonly index: number | null };

export type CodeAnswer = {
  readonly code: string;
  readonly period: number;
  /** Unix milliseconds at which the code ends. */
  readonly endsAt: number;
};

export type InboxRow = {
  readonly id: string;
  readonly name: string;
  readonly login: string;
  readonly viewed: boolean;
};

export type SignInRequest = {
  readonly host: string;
  readonly apiKey: string;
  /** `''` where the organisation uses no master password. */
  readonly masterPassword: string;
  /** Unlocks later on servers without client-side encryption; `''` with a master password. */
  readonly passphrase: string;
};

export type AccountRow = {
  readonly id: string;
  readonly host: string;
  readonly user: string;
  readonly active: boolean;
};

/** What was typed at setup and shall not be lost when the popup closes; never the master password. */
export type SetupDraft = { readonly host: string; readonly apiKey: string };

/** What the organisation prescribes, as far as a screen shows it. */
export type Managed = {
  /** Settings that cannot be changed here. */
  readonly settings: readonly (keyof Settings)[];
  /** Servers that may be used; empty where all may. */
  readonly servers: readonly string[];
  readonly pinAllowed: boolean;
  readonly revealAllowed: boolean;
};

export type PopupCalls = {
  status(request: Record<string, never>): Status;
  setupDraft(request: Record<string, never>): SetupDraft;
  saveSetupDraft(request: SetupDraft): null;
  /** Probes the host, signs in, and starts the index; the account is added and in use from then on. */
  signIn(request: SignInRequest): Status;
  unlock(request: { readonly secret: string }): Status;
  unlockWithPin(request: { readonly pin: string }): Status;
  unlockWithPasskey(request: { readonly secret: string }): Status;
  /** Whether a PIN is set for this run of the browser. */
  pin(request: Record<string, never>): { readonly set: boolean };
  /** Sets a PIN of six characters or more; `''` takes it away. */
  savePin(request: { readonly pin: string }): { readonly set: boolean };
  passkey(request: Record<string, never>): { readonly set: boolean };
  /** `secret` is what the authenticator derives (WebAuthn PRF), base64; `''` takes the passkey away. */
  savePasskey(request: { readonly credential: string; readonly secret: string }): {
    readonly set: boolean;
  };
  accounts(request: Record<string, never>): readonly AccountRow[];
  /** Shows another account; the one before stays as it is. */
  switchAccount(request: { readonly id: string }): Status;
  /** Locks all accounts. */
  lock(request: Record<string, never>): Status;
  /** Forgets the account in use on this device. */
  signOut(request: Record<string, never>): Status;

  find(request: FindRequest): FindAnswer;
  refresh(request: Record<string, never>): IndexState;
  inbox(request: Record<string, never>): readonly InboxRow[];

  open(request: { readonly ref: ItemRef }): ItemView;
  reveal(request: { readonly ref: ItemRef; readonly part: Part }): string;
  /** Puts one field on the clipboard; answers with the seconds until it is cleared, 0 for never. */
  copy(request: { readonly ref: ItemRef; readonly part: Part }): { readonly clearsIn: number };
  code(request: { readonly ref: ItemRef; readonly index: number }): CodeAnswer;
  /** Bytes as base64. */
  attachment(request: { readonly ref: ItemRef; readonly attachmentId: string }): {
    readonly name: string;
    readonly bytes: string;
  };

  /** Fills the tab's login form with an item. */
  fill(request: { readonly ref: ItemRef; readonly tabId: number }): FillOutcome;
  /** Opens one of the item's URLs in a new tab; http and https only. */
  openSite(request: { readonly ref: ItemRef; readonly url: string }): null;

  settings(request: Record<string, never>): Settings;
  managed(request: Record<string, never>): Managed;
  saveSettings(request: Settings): Settings;
};
