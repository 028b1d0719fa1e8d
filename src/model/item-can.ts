/** How long a share link lives; each server knows some of these. */
export type LinkLife = 'hour' | 'day' | 'week' | 'month' | 'forever';

/** What the server and the way to the item allow; what cannot be done is not offered. */
export type ItemCan = {
  readonly edit: boolean;
  readonly favourite: boolean;
  readonly attach: boolean;
  readonly detach: boolean;
  /** Lives of a share link; empty where there are none. */
  readonly share: readonly LinkLife[];
  /** To any vault, within its own vault only, or not at all. */
  readonly move: 'anywhere' | 'same-vault' | null;
  readonly duplicate: boolean;
  readonly remove: boolean;
  /** Former states are kept and can be read. */
  readonly history: boolean;
  /** The server's web app has a page of the item that can be opened; else only its first page. */
  readonly page: boolean;
};
