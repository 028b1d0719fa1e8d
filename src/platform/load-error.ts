import { browser } from './browser.ts';

/** A page that has not answered by then tells no more than that. */
const patience = 10_000;

type Details = { readonly tabId: number; readonly frameId: number; readonly url: string };

/**
 * Loads an address in a tab behind the one in front, and gives the browser's own words for why that
 * failed, such as `net::ERR_NAME_NOT_RESOLVED`; `''` where it loaded or took too long. A request of
 * an extension fails without any reason; a page that is loaded fails with one.
 */
export async function findLoadError(url: string): Promise<string> {
  const tab = await browser.tabs.create({ url: 'about:blank', active: false });
  const { id } = tab;
  if (id === undefined) return '';
  let stop = () => {};
  try {
    return await new Promise<string>((resolve) => {
      const timer = setTimeout(() => resolve(''), patience);
      // The empty page ends too: it is loaded, or broken off by the address on a slow machine.
      const isAddress = (details: Details) =>
        details.tabId === id && details.frameId === 0 && details.url !== 'about:blank';
      const onError = (details: Details) => {
        // In both browsers, and in the types of neither.
        if (isAddress(details)) resolve('error' in details ? String(details.error) : '');
      };
      const onCompleted = (details: Details) => {
        if (isAddress(details)) resolve('');
      };
      browser.webNavigation.onErrorOccurred.addListener(onError);
      browser.webNavigation.onCompleted.addListener(onCompleted);
      stop = () => {
        clearTimeout(timer);
        browser.webNavigation.onErrorOccurred.removeListener(onError);
        browser.webNavigation.onCompleted.removeListener(onCompleted);
      };
      browser.tabs.update(id, { url }).catch(() => resolve(''));
    });
  } finally {
    stop();
    // A person may have closed it already.
    await browser.tabs.remove(id).catch(() => undefined);
  }
}
