/**
 * What a content script may ask of the worker. The worker believes nothing in these requests but
 * what the browser stamps on their sender: tab, frame, document and origin.
 */

import type { CaptureCalls, StandsCalls } from './capture-calls.ts';
import type { FieldLabel, FillOutcome } from './fill-outcome.ts';
import type { RowRef } from './item-calls.ts';
import type { MadeCalls } from './made-calls.ts';

/** What the menu in the page shows of an item. */
export type Offer = RowRef & { readonly name: string; readonly login: string };

export type OffersAnswer =
  | { readonly state: 'none' }
  | { readonly state: 'locked' }
  | { readonly state: 'offers'; readonly offers: readonly Offer[]; readonly more: number };

/** The values that a grant hands out: only those that the frame said it has fields for. */
export type FillValues = {
  readonly username: string | null;
  readonly password: string | null;
  readonly code: string | null;
  /** Values of custom fields, one for each input that the frame named; null where there is none. */
  readonly fields: readonly (string | null)[];
};

/** An input of the login's form that is none of its fields. */
export type Spare = {
  /** What the page calls it: name, id, label, placeholder. */
  readonly names: readonly string[];
  /** Shows dots in place of what is in it. */
  readonly masked: boolean;
};

/** The menu at a field, and what it leads to. */
export type PromptCalls = {
  /** A credible field has the focus: inject the engine into this frame. */
  engine(request: Record<string, never>): null;
  /** What may be offered in this frame; `asked` where the user pressed a key for it. */
  offers(request: {
    readonly labels: readonly FieldLabel[];
    readonly asked: boolean;
  }): OffersAnswer;
  /** The user wants nothing offered on this site; answers with its host as a person reads it. */
  silence(request: Record<string, never>): { readonly site: string };
  /** The user chose an item in our menu: a single-use grant for this very document, for 5 s. */
  choose(request: RowRef): { readonly grant: string };
  /** Trades a grant for the values; the frame sets them at this instant or not at all. */
  redeem(request: {
    readonly grant: string;
    readonly labels: readonly FieldLabel[];
    readonly spares: readonly Spare[];
    /** Origins of other places to which the form would be sent. */
    readonly destinations: readonly string[];
  }): FillValues;
  /** The user chose an item where that is not enough: shows it in the popup, to be confirmed there. */
  showItem(request: RowRef): { readonly shown: boolean };
  /** The user asked for our popup from the menu (to unlock). */
  openPopup(request: Record<string, never>): null;
};

export type PageCalls = PromptCalls & CaptureCalls & MadeCalls;

/** What the worker asks of the engine in one document. Nothing here carries a secret. */
export type OfferingCalls = {
  /** Which fields the frame can fill now; `focused` is true where one of them has the focus. */
  survey(request: Record<string, never>): {
    readonly labels: readonly FieldLabel[];
    /** Origins of other places to which the form would be sent. */
    readonly destinations: readonly string[];
    readonly focused: boolean;
  };
  /** Redeem this grant and fill. */
  fill(request: { readonly grant: string }): FillOutcome;
  /** The vault was locked: close any menu. */
  closeMenu(request: Record<string, never>): null;
};

export type FrameCalls = OfferingCalls & StandsCalls;
