/** The keys that act on the row or item in front, one table for handling and for showing them. */
import { signal } from '@preact/signals';
import { defaultSettings, type KeyAct, type KeyMap, keyActs } from '../model/settings.ts';
import { keyName, onMac } from './parts/key-name.ts';
import { call } from './worker.ts';

/** The keys in force; those of the settings once they are known. */
export const keys = signal<KeyMap>(defaultSettings.keys);
/** This page is a tab, a window or a panel: there the browser keeps some keys to itself. */
export const besidesPopup = signal(false);

export async function loadKeys(): Promise<void> {
  const result = await call('settings', {});
  // Until then, and where the worker does not answer, the usual ones hold.
  if (result.ok) keys.value = result.value.keys;
}

/** Seen in Chromium 156: the popup gets them, and no page in a tab does. */
const keptByBrowser = ['t', 'n', 'w'];
/** In their place there, for the code: O as in one-time. */
const spare = 'o';

/** The key of an act, where this page gets it; null where it has none. */
export function keyOf(act: KeyAct): string | null {
  const key = keys.value[act];
  if (!besidesPopup.value || !keptByBrowser.includes(key)) return key;
  const taken = keyActs.some((other) => keys.value[other] === spare);
  return act === 'copy-code' && !taken ? spare : null;
}

/** Which act a key press asks for; null where it is none of ours. */
export function actOf(event: KeyboardEvent, mac = onMac()): KeyAct | null {
  const command = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!command || event.altKey || event.shiftKey) return null;
  // On a Cyrillic or Greek keyboard the key's letter is another one; its place is the same.
  const pressed = /^\P{ASCII}$/u.test(event.key) ? event.code.replace(/^Key/, '') : event.key;
  const found = keyActs.find((act) => keyOf(act)?.toLowerCase() === pressed.toLowerCase());
  // Selected text is what a person means to copy.
  if (pressed.toLowerCase() === 'c' && found !== undefined && hasSelection()) return null;
  return found ?? null;
}

function hasSelection(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement) {
    return focused.selectionStart !== focused.selectionEnd;
  }
  return getSelection()?.isCollapsed === false;
}

/** As the hints and the list of keys show it; `''` where the act has no key here. */
export function keyNameOf(act: KeyAct): string {
  const key = keyOf(act);
  return key === null ? '' : keyName(key);
}
