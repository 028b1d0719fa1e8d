/**
 * Creating and changing items. An edit never gets the secrets that are stored: a value it leaves alone
 * is `null`, and one that a person wants to see is revealed on its own (`reveal`).
 */
import type { Colour } from '../model/item.ts';
import type { CodeAnswer, ItemRef } from './item-calls.ts';

/** A vault, or a folder of it; no folder is the vault's root. */
export type Place = { readonly vaultId: string; readonly folderId: string | null };

export function isSamePlace(a: Place, b: Place): boolean {
  return a.vaultId === b.vaultId && a.folderId === b.folderId;
}

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

export type FieldForm = {
  /** Its place among the fields that the edit began from; null for a new one. */
  readonly from: number | null;
  readonly name: string;
  readonly type: string;
  /** Null where it stays as it is stored and has not been shown. */
  readonly value: string | null;
};

/** What a person types. */
export type ItemForm = {
  /** Where a new item goes; null where nothing is chosen, and for an item that is there already. */
  readonly place: Place | null;
  readonly name: string;
  readonly login: string;
  /** Null where it stays as it is stored and has not been shown. */
  readonly password: string | null;
  readonly urls: readonly string[];
  readonly description: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly fields: readonly FieldForm[];
};

/** The values of a form that are not lists of fields. */
export type PlainKey = 'name' | 'login' | 'password' | 'urls' | 'description' | 'colour';

/** Changed here and on the server meanwhile, each in its way. The form holds the person's version. */
export type Conflict =
  | { readonly what: PlainKey; readonly theirs: Partial<ItemForm> }
  | {
      readonly what: 'field';
      /** Place of the person's version in the form; null where they removed it. */
      readonly at: number | null;
      /** The server's version; null where it was removed there. */
      readonly theirs: FieldForm | null;
    };

/** How a secret that is not shown is stored. */
export type StoredValue = 'present' | 'empty' | 'unreadable';

export type Editing = {
  /** Names the draft. */
  readonly id: string;
  /** Null for a new item. */
  readonly ref: ItemRef | null;
  readonly form: ItemForm;
  readonly stored: {
    readonly password: StoredValue;
    /** By the places that `FieldForm.from` names. */
    readonly fields: readonly StoredValue[];
  };
  readonly conflicts: readonly Conflict[];
  /** Whether the server keeps more than one address for an item. */
  readonly manyUrls: boolean;
  /** Unix milliseconds at which it was left unfinished; null where it begins now. */
  readonly leftAt: number | null;
};

export type DraftRow = {
  readonly id: string;
  readonly ref: ItemRef | null;
  readonly name: string;
  /** Unix milliseconds. */
  readonly at: number;
};

export type SaveAnswer =
  | { readonly state: 'saved'; readonly ref: ItemRef }
  /** Nothing was written: the form now starts from what the server has. */
  | { readonly state: 'conflict'; readonly editing: Editing };

export type EditCalls = {
  /** Where something can be put. Throws what the connector throws. */
  places(request: Record<string, never>): Places;
  /** Begins a new item (null) or the edit of one, or goes on with what was left unfinished. */
  edit(request: { readonly ref: ItemRef | null }): Editing;
  /** Keeps what was typed, encrypted, until it is saved or discarded, or the vault locks. */
  saveDraft(request: { readonly id: string; readonly form: ItemForm }): null;
  discardDraft(request: { readonly id: string }): null;
  /** What was left unfinished, newest first. */
  drafts(request: Record<string, never>): readonly DraftRow[];
  /** Writes to the server. `unknown-outcome` where that cannot be told; saving again looks first. */
  save(request: { readonly id: string; readonly form: ItemForm }): SaveAnswer;
  /** The code that a secret or an `otpauth:` link gives; `invalid-input` where the server would not take it. */
  tryCode(request: { readonly value: string }): CodeAnswer;
};
