/** The question whether a login that was typed shall be saved. */
import type { Place } from './edit-calls.ts';
import type { ItemRef } from './item-calls.ts';
import type { ItemRow } from './list-calls.ts';

/** What a person may change before it is saved. */
export type SaveDraft = {
  readonly name: string;
  readonly login: string;
  /** Null where nothing is chosen yet. */
  readonly place: Place | null;
};

export type SaveQuestion = {
  readonly id: string;
  readonly kind: 'login' | 'new' | 'change';
  /** Host of the site as a person reads it. */
  readonly site: string;
  /** The address that is stored. */
  readonly url: string;
  readonly generated: boolean;
  readonly draft: SaveDraft;
  /** Items of the site that it may belong to, those with the same login first. */
  readonly matches: readonly ItemRow[];
  /** How many of them have the same login. */
  readonly same: number;
  /** It was sent before, and nobody knows whether it arrived. */
  readonly unsure: boolean;
};

export type SaveCalls = {
  /** What to ask in a popup over this tab; null for nothing. */
  saveQuestion(request: { readonly tabId: number | null }): SaveQuestion | null;
  /** The password that would be saved. */
  revealTyped(request: { readonly id: string }): string;
  /** Keeps what was changed in the question, until it is answered. */
  keepSaveDraft(request: { readonly id: string; readonly draft: SaveDraft }): null;
  /** Adds an item. `unknown-outcome` where nobody knows; saving again looks for it first. */
  saveTyped(request: { readonly id: string; readonly draft: SaveDraft }): { readonly ref: ItemRef };
  /** Puts the password into an item that is there; `changed` is false where it had it already. */
  updateFromTyped(request: { readonly id: string; readonly ref: ItemRef }): {
    readonly changed: boolean;
  };
  /** Forgets it; with `never`, nothing is asked again on this site. */
  dropTyped(request: { readonly id: string; readonly never: boolean }): null;
};
