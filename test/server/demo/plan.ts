import type { Right } from '../state/state.ts';

/** The demo company in plain words, before anything is encrypted. */
export type PlanField = { readonly name: string; readonly type: string; readonly value: string };

export type PlanAttachment = { readonly name: string; readonly bytes: Uint8Array };

export type PlanItem = {
  /** Null is a name the server never got. */
  readonly name: string | null;
  readonly login?: string | null;
  /** Left out, one is made from the seed; null is an item without a password. */
  readonly password?: string | null;
  readonly url?: string | null;
  readonly description?: string | null;
  readonly tags?: readonly string[] | null;
  readonly colour?: number | null;
  readonly favourite?: boolean;
  readonly fields?: readonly PlanField[];
  readonly attachments?: readonly PlanAttachment[];
  /** The value of its first field is damaged after sealing, as a half-written record would be. */
  readonly garbled?: boolean;
  /** Gives shortcuts and inbox entries something to point at. */
  readonly mark?: string;
};

/** Folders lie in folders, at most three deep in this plan. */
export type PlanFolder = {
  readonly name: string;
  readonly items: readonly PlanItem[];
  readonly folders?: readonly PlanFolder[];
};

/** Who the demo lets sign in: the user of every walk-through, a colleague, an auditor. */
export const personNames = ['main', 'second', 'guest'] as const;
export type PersonName = (typeof personNames)[number];

export type PlanVault = {
  readonly name: string;
  readonly kind: 'company' | 'private';
  /** Who is not named does not know that the vault exists. */
  readonly members: Readonly<Partial<Record<PersonName, Right>>>;
  /** Made before version 5.4: its items have no keys of their own. */
  readonly old?: boolean;
  readonly items: readonly PlanItem[];
  readonly folders: readonly PlanFolder[];
};

/** An item, by its mark, shown in another place as well. The folder is named by its path. */
export type PlanShortcut = {
  readonly item: string;
  readonly vault: string;
  readonly folder?: readonly string[];
};

/** An item, by its mark, that somebody sent to a person. */
export type PlanInbox = {
  readonly item: string;
  readonly to: PersonName;
  readonly viewed: boolean;
};

export type Plan = {
  readonly vaults: readonly PlanVault[];
  readonly shortcuts: readonly PlanShortcut[];
  readonly inbox: readonly PlanInbox[];
};
