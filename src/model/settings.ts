/** What a key with Ctrl does in our windows, for the row or item in front. */
export const keyActs = [
  'fill',
  'open-and-fill',
  'copy-password',
  'copy-login',
  'copy-code',
  'lock',
] as const;
export type KeyAct = (typeof keyActs)[number];

/** By act the key that is pressed with Ctrl, or with Command on a Mac: `Enter`, or a letter or digit. */
export type KeyMap = { readonly [A in KeyAct]: string };

/** What a person may choose. Nothing here is secret: it lies in `storage.local`. */
export type Settings = {
  /** Minutes without use after which the vault locks; 0 locks only with the browser. */
  readonly lockAfterMinutes: number;
  /** Minutes without a key or a move of the mouse anywhere on the computer after which the vault locks; 0 for never. */
  readonly lockIdleMinutes: number;
  /** Lock when the operating system locks the screen. */
  readonly lockWithScreen: boolean;
  /** Lock when the last window of the browser closes, where the browser goes on without one. */
  readonly lockWithLastWindow: boolean;
  /** Seconds after which a copied secret leaves the clipboard; 0 for never. */
  readonly clipboardSeconds: number;
  /** Offer logins in the page when a login field is focused. */
  readonly offerInPage: boolean;
  /** After a login was filled, copy its one-time code, where it has one and the page took none. */
  readonly copyCodeAfterFill: boolean;
  /** Answer servers that ask for name and password before they show a page (HTTP authentication), after asking. */
  readonly answerChallenges: boolean;
  readonly keys: KeyMap;
  /** Offer to save logins that were typed in a page. */
  readonly offerToSave: boolean;
  /** Show over our icon how many items belong to the site in front. */
  readonly badgeMatches: boolean;
  /** Find items by name from the address bar. */
  readonly omniboxSearch: boolean;
  /** Tell of new items in the inbox. */
  readonly notifyInbox: boolean;
};

export const defaultSettings: Settings = {
  lockAfterMinutes: 15,
  lockIdleMinutes: 0,
  lockWithScreen: true,
  lockWithLastWindow: false,
  clipboardSeconds: 30,
  offerInPage: true,
  copyCodeAfterFill: true,
  answerChallenges: false,
  keys: {
    fill: 'Enter',
    'open-and-fill': 'g',
    'copy-password': 'c',
    'copy-login': 'b',
    'copy-code': 't',
    lock: 'l',
  },
  offerToSave: true,
  badgeMatches: true,
  omniboxSearch: true,
  notifyInbox: false,
};
