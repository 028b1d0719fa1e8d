/** A fill that the popup has to be asked for: the page could not show, or was not to be believed. */
import type { FillOutcome } from './fill-outcome.ts';
import type { ItemRef } from './item-calls.ts';

/** What the user is asked to confirm. */
export type Wish = {
  readonly ref: ItemRef;
  readonly tabId: number;
  readonly name: string;
  readonly login: string;
  /** Where it would go, as a person reads it. */
  readonly site: string;
  /** The item has got another address since it was last used. */
  readonly addressChanged: boolean;
  /** Origins of foreign sites to which the form there would send what is filled in. */
  readonly destinations: readonly string[];
};

export type ConsentCalls = {
  /** What was last chosen elsewhere and waits for a yes; null where nothing does. */
  wish(request: Record<string, never>): Wish | null;
  /** The user says yes: the item's addresses are taken as they are now, and the tab is filled. */
  fillConfirmed(request: {
    readonly ref: ItemRef;
    readonly tabId: number;
    /** Those of the wish: the yes is to them, and to no others. */
    readonly destinations: readonly string[];
  }): FillOutcome;
};
