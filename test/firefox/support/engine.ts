import type { Tab } from './tab.ts';

/**
 * After a click into a field: waits until it is heard what is typed there, which a worker that wakes hears too late.
 * `own` is a page of ours.
 */
export async function waitForEngine(own: Tab, site: Tab): Promise<void> {
  const url = await site.run<string>('return location.href');
  const ask = `return (async (url) => {
    const found = (await browser.tabs.query({})).find((tab) => tab.url === url);
    const answer = await browser.tabs.sendMessage(found.id, { channel: 'frame', call: 'survey', request: {} });
    return answer?.ok ?? false;
  })(arguments[0]).catch(() => false)`;
  await own.until(() => own.run<boolean>(ask, [url]), 'the engine');
}
