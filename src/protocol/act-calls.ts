/** What can be done with an item beside reading it. */
import type { ErrorCode } from '../model/error.ts';
import type { Strength } from '../model/generator.ts';
import type { LinkLife } from '../model/item-can.ts';
import type { Place } from './edit-calls.ts';
import type { ItemRef, ItemView } from './item-calls.ts';
import type { ItemRow } from './list-calls.ts';

/** An item that is deleted in a few seconds, unless somebody takes it back. */
export type Removal = {
  readonly ref: ItemRef;
  readonly name: string;
  /** Unix milliseconds. */
  readonly due: number;
  /** Why it could not be deleted; null while it is still to be. */
  readonly problem: ErrorCode | null;
};

export type HistoryRow = {
  readonly id: string;
  /** Unix seconds. */
  readonly createdAt: number;
};

/** What is to be said of an item's password, without the password. */
export type PasswordHealth = {
  /** Null where there is none to be read. */
  readonly strength: Strength | null;
  /** Other items with the same password, the latest seen first: the first few of `sameTotal`. */
  readonly same: readonly ItemRow[];
  readonly sameTotal: number;
  /** With how many passwords of other items it was compared: those seen since unlocking. */
  readonly compared: number;
};

export type ActCalls = {
  health(request: { readonly ref: ItemRef }): PasswordHealth;
  favourite(request: { readonly ref: ItemRef; readonly on: boolean }): null;
  /** Bytes as base64, at most 5 MiB of them (`too-large`). */
  addAttachment(request: {
    readonly ref: ItemRef;
    readonly name: string;
    readonly bytes: string;
  }): null;
  removeAttachment(request: { readonly ref: ItemRef; readonly attachmentId: string }): null;
  /** Makes a link and copies it, with the code that opens it; whoever has it can read the item. */
  share(request: { readonly ref: ItemRef; readonly life: LinkLife; readonly reusable: boolean }): {
    readonly url: string;
    readonly clearsIn: number;
  };
  /** Answers with the item where it is now. */
  move(request: { readonly ref: ItemRef; readonly place: Place }): ItemRef;
  /** Answers with the copy. */
  duplicate(request: { readonly ref: ItemRef; readonly place: Place }): ItemRef;
  /** Deletes in a few seconds, also where the popup is closed by then; a lock meanwhile takes it back. */
  remove(request: { readonly ref: ItemRef; readonly name: string }): Removal;
  /** Takes a deletion back, or has read why it failed. False where it was too late. */
  undoRemove(request: { readonly ref: ItemRef }): { readonly kept: boolean };
  removals(request: Record<string, never>): readonly Removal[];
  history(request: { readonly ref: ItemRef }): readonly HistoryRow[];
  /** A former state, as it is shown of an item. */
  former(request: { readonly ref: ItemRef; readonly snapshotId: string }): ItemView;
  /** The password that an item had. */
  revealFormer(request: { readonly ref: ItemRef; readonly snapshotId: string }): string;
  /** Puts it on the clipboard; answers with the seconds until it is cleared, 0 for never. */
  copyFormer(request: { readonly ref: ItemRef; readonly snapshotId: string }): {
    readonly clearsIn: number;
  };
  /** Opens the item in the server's web app, or the web app where `can.page` is false; in a tab. */
  openServer(request: { readonly ref: ItemRef }): null;
};
