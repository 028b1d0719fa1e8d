/** The first run in Firefox, up to the press that signs in. */

import { popupPath } from '../../e2e/support/chromium.ts';
import { text } from '../../e2e/support/texts.ts';
import type { RunningServer } from '../../server/start.ts';
import type { Firefox } from './firefox.ts';
import type { Tab } from './tab.ts';

export const button = (name: string) => `//button[normalize-space()="${name}"]`;

export async function typeHostAndKey(popup: Tab, { v4 }: RunningServer): Promise<void> {
  await popup.click('[name=host]');
  await popup.type(v4.host);
  await popup.click(button(text('goOn')));
  await popup.click('[name=apiKey]');
  await popup.type(v4.apiKey);
}

export async function typeMasterPassword(popup: Tab, { v4 }: RunningServer): Promise<void> {
  await popup.click('[name=masterPassword]');
  await popup.type(v4.masterPassword);
}

/** Goes through the first run in a tab behind the one in front; gives that tab, with the list in it. */
export async function signIn(firefox: Firefox, server: RunningServer): Promise<Tab> {
  await firefox.front.goto(server.site.loginUrl);
  const popup = await firefox.openBehind(`${firefox.origin}/${popupPath}`);
  await typeHostAndKey(popup, server);
  await typeMasterPassword(popup, server);
  await popup.click(button(text('connect')));
  await popup.click(button(text('start')));
  await popup.until(async () => (await popup.text('[role=option]')) !== '', 'the list');
  return popup;
}

/** Opens the popup anew in its tab, as if it had never been used: with the list, and nothing searched for. */
export async function showList(firefox: Firefox, popup: Tab): Promise<void> {
  await popup.run(`return browser.storage.session.remove('view')`);
  await popup.goto(`${firefox.origin}/${popupPath}`);
  await popup.until(async () => (await popup.text('[role=option]')) !== '', 'the list');
}
