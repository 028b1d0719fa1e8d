/** What the person has allowed the extension in this browser, beyond what the manifest asks. */
import { browser } from './browser.ts';

const everySite = { origins: ['https://*/*', 'http://*/*'] };

/** Whether we may work on web pages. A person can take that back at any time, wholly or by site. */
export function mayReachSites(): Promise<boolean> {
  return browser.permissions.contains(everySite);
}

/** Asks the person; only a page of ours may, and only while it handles a press. */
export function askForSites(): Promise<boolean> {
  return browser.permissions.request(everySite);
}
