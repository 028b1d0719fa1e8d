/** Whether a page has our engine by now. What a person types and sends sooner than a worker can wake goes unread. */
import { expect, type Page } from '@playwright/test';

/** Runs in the worker or in a page of ours: an engine in the tab of this address answers. */
export async function engineAnswers(url: string): Promise<boolean> {
  const [found] = await chrome.tabs.query({ url });
  const survey = { channel: 'frame', call: 'survey', request: {} };
  return chrome.tabs.sendMessage(found?.id ?? -1, survey).then(
    (answer) => answer?.ok ?? false,
    () => false,
  );
}

/** The address of a page as the browser's own search for tabs takes it. */
export const addressOf = (page: Page): string => page.url().replace(/#.*/, '');

/** After a click into a field: waits until it is heard what is typed there. `own` is a page of ours. */
export async function waitForEngine(own: Page, site: Page): Promise<void> {
  await expect.poll(() => own.evaluate(engineAnswers, addressOf(site))).toBe(true);
}
