/** The first run in Firefox, up to the press that signs in. */
import { text } from '../../e2e/support/texts.ts';
import type { RunningServer } from '../../server/start.ts';
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
