/** What a person can do with an item from more than one screen. Each says how it went. */
import type { KeyAct } from '../model/settings.ts';
import { webAddress } from '../model/web-address.ts';
import type { FillOutcome } from '../protocol/fill-outcome.ts';
import type { ItemRef, Part } from '../protocol/item-calls.ts';
import { say, sayError } from './parts/notice.ts';
import { plural, t } from './parts/text.ts';
import { ask, route, show } from './state.ts';
import { closePopup, tabId } from './tab.ts';

/** `name` is what the person calls the part: `Password`, or the name of a custom field. */
export async function copyPart(ref: ItemRef, part: Part, name: string): Promise<void> {
  const result = await ask('copy', { ref, part });
  if (!result.ok) sayError(result.error.code);
  else sayCopied(name, result.value.clearsIn);
}

/** `clearsIn` is in seconds, 0 for never. */
export function sayCopied(name: string, clearsIn: number): void {
  say(clearsIn === 0 ? t('copied', name) : plural('copiedClears', clearsIn, name));
}

/** Does with an item what a key asks for. */
export function actOnItem(ref: ItemRef, act: Exclude<KeyAct, 'lock'>): Promise<void> {
  switch (act) {
    case 'fill':
      return fillItem(ref);
    case 'open-and-fill':
      return openSiteOf(ref);
    case 'copy-password':
      return copyPart(ref, { part: 'password' }, t('password'));
    case 'copy-login':
      return copyPart(ref, { part: 'login' }, t('login'));
    case 'copy-code':
      return copyPart(ref, { part: 'code', index: null }, t('code'));
  }
}

export async function fillItem(ref: ItemRef): Promise<void> {
  const tab = await tabId();
  if (tab === null) {
    sayError('no-field');
    return;
  }
  const result = await ask('fill', { ref, tabId: tab });
  if (result.ok) await sayFilled(result.value);
  // The worker keeps what was asked for, until the user has said yes.
  else if (result.error.code === 'address-changed' || result.error.code === 'sends-elsewhere') {
    show({ screen: 'consent' });
  } else sayError(result.error.code);
}

/** Says how a fill went, and closes the popup where there is nothing more to read. */
export async function sayFilled({ filled, troubles }: FillOutcome): Promise<void> {
  if (troubles.some(({ reason }) => reason === 'altered' || reason === 'too-long')) {
    // The popup stays: what the page did to a value has to be read.
    say(t('filledAltered'));
  } else {
    say(plural('filled', filled));
    await closePopup();
  }
}

export function newItem(): void {
  show({ screen: 'edit', ref: null, name: '', back: route.value });
}

export function editItem(ref: ItemRef, name: string): void {
  show({ screen: 'edit', ref, name, back: route.value });
}

/** The new tab takes the place of the popup; what comes of the fill, the icon says. */
export async function openAndFill(ref: ItemRef, url: string): Promise<void> {
  const result = await ask('openAndFill', { ref, url });
  if (!result.ok) sayError(result.error.code);
}

/** Opens the first address of an item that is one of the web, and fills there. */
async function openSiteOf(ref: ItemRef): Promise<void> {
  const opened = await ask('open', { ref });
  if (!opened.ok) return sayError(opened.error.code);
  const site = opened.value.urls.find((url) => webAddress(url) !== null);
  if (site === undefined) sayError('no-value');
  else await openAndFill(ref, site);
}

export async function openSite(ref: ItemRef, url: string): Promise<void> {
  const result = await ask('openSite', { ref, url });
  if (!result.ok) sayError(result.error.code);
}
