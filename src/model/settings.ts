/** What a person may choose. Nothing here is secret: it lies in `storage.local`. */
export type Settings = {
  /** Minutes without use after which the vault locks; 0 locks only with the browser. */
  readonly lockAfterMinutes: number;
  /** Lock when the operating system locks the screen. */
  readonly lockWithScreen: boolean;
  /** Lock when the last window of the browser closes, where the browser goes on without one. */
  readonly lockWithLastWindow: boolean;
  /** Seconds after which a copied secret leaves the clipboard; 0 for never. */
  readonly clipboardSeconds: number;
  /** Offer logins in the page when a login field is focused. */
  readonly offerInPage: boolean;
};

export const defaultSettings: Settings = {
  lockAfterMinutes: 15,
  lockWithScreen: true,
  lockWithLastWindow: false,
  clipboardSeconds: 30,
  offerInPage: true,
};
