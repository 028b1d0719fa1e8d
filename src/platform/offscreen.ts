/** Our hidden page with a DOM (Chromium only; the polyfill does not know it). */

export type OffscreenPage = {
  /** Makes sure that the page is there. */
  open(): Promise<void>;
  close(): Promise<void>;
  send(message: unknown): Promise<unknown>;
};

/** Null in browsers whose background page has a DOM of its own. */
export function findOffscreenPage(path: string): OffscreenPage | null {
  if (!('offscreen' in chrome)) return null;
  let opening: Promise<void> | null = null;
  return {
    async open() {
      if (await chrome.offscreen.hasDocument()) return;
      // There can be only one such page, and a second request for it is an error.
      opening ??= chrome.offscreen
        .createDocument({
          url: path,
          reasons: [chrome.offscreen.Reason.CLIPBOARD],
          justification: 'Copies a password and clears it from the clipboard again.',
        })
        .finally(() => {
          opening = null;
        });
      await opening;
    },
    async close() {
      if (await chrome.offscreen.hasDocument()) await chrome.offscreen.closeDocument();
    },
    send: (message) => chrome.runtime.sendMessage(message),
  };
}
