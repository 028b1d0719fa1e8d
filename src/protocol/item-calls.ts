/**
 * One item, opened. No call answers with a list of secrets: one field at a time, on a gesture.
 */
import type { Colour } from '../model/item.ts';
import type { ItemCan } from '../model/item-can.ts';
import type { FillOutcome } from './fill-outcome.ts';

/** Names one item, also one reached through a shortcut or the inbox. */
export type ItemRef = {
  readonly kind: 'item' | 'shortcut' | 'inbox';
  readonly id: string;
};

/** Names a row of a list: an item, or a shortcut to it. */
export type RowRef = { readonly id: string; readonly shortcutId: string | null };

/** What a row opens: the item, or the shortcut, which has a key of its own. */
export function refOf({ id, shortcutId }: RowRef): ItemRef {
  return shortcutId === null ? { kind: 'item', id } : { kind: 'shortcut', id: shortcutId };
}

export function isSameRow(a: RowRef, b: RowRef): boolean {
  return a.id === b.id && a.shortcutId === b.shortcutId;
}

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
  readonly can: ItemCan;
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

export type ItemCalls = {
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
  /** The same, and fills the item there once its form appears, within a minute. */
  openAndFill(request: { readonly ref: ItemRef; readonly url: string }): null;
};
