/** Keyboard shortcuts. The browser's own cannot be pressed headless; its real listeners can be called. */
import type { Extension } from './chromium.ts';

/** Does what the shortcut of a command does while the tab of this address is in front. */
export function pressShortcut(
  extension: Extension,
  url: string,
  command: 'fill' | 'lock',
): Promise<void> {
  return extension.inWorker(
    async ({ url, command }) => {
      const [tab] = await chrome.tabs.query({ url: `${url}*` });
      // Not in the types: the browser's own way to call an event's listeners.
      const event = chrome.commands.onCommand as unknown as { dispatch(...all: unknown[]): void };
      event.dispatch(command, tab);
    },
    { url, command },
  );
}
