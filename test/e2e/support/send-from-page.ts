import type { Page } from '@playwright/test';
import type { Extension } from './chromium.ts';

/** Sends messages from our isolated world in a page: what a compromised content script can do. */
export function sendFromPage(
  extension: Extension,
  site: Page,
  messages: readonly unknown[],
): Promise<unknown[]> {
  return extension.inWorker(
    async ({ url, all }) => {
      const [tab] = await chrome.tabs.query({ url: `${url}*` });
      const [run] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        // As text: Chromium drops keys whose value is null from the arguments of a script.
        args: [all],
        func: (text) =>
          Promise.all(JSON.parse(text).map((each: unknown) => chrome.runtime.sendMessage(each))),
      });
      return (run?.result ?? []) as unknown[];
    },
    { url: site.url(), all: JSON.stringify(messages) },
  );
}

/** Returns once the worker has answered a page: whatever this page has sent before was heard before. */
export async function hearOut(extension: Extension, site: Page): Promise<void> {
  const request = { labels: ['username'], asked: false };
  await sendFromPage(extension, site, [{ channel: 'page', call: 'offers', request }]);
}
