/** What happens to the extension as a whole. Listeners are added in the first tick. */
import { browser } from './browser.ts';

export type InstallReason = 'install' | 'update' | 'other';

export function onInstalled(listener: (reason: InstallReason) => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    listener(reason === 'install' || reason === 'update' ? reason : 'other');
  });
}

export function onCommand(listener: (command: string) => void): void {
  browser.commands.onCommand.addListener(listener);
}

/** Our own identity, as the browser stamps it on what we send. */
export function ownIdentity(): { readonly id: string; readonly origin: string } {
  return { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
}

/** Address of one of our pages. */
export function ownPage(path: string): string {
  return browser.runtime.getURL(path);
}
