/** The keys that act on the row or item in front, one table for handling and for showing them. */
import type { MessageKey } from './parts/text.ts';

export type KeyAct = 'fill' | 'copy-password' | 'copy-login' | 'copy-code' | 'lock';

type Shortcut = { readonly act: KeyAct; readonly key: string; readonly label: MessageKey };

// Ctrl+T, W and N never reach a page that is open in a tab; O for "one-time code" does.
export const shortcuts: readonly Shortcut[] = [
  { act: 'fill', key: 'Enter', label: 'keyFill' },
  { act: 'copy-password', key: 'c', label: 'keyCopyPassword' },
  { act: 'copy-login', key: 'b', label: 'keyCopyLogin' },
  { act: 'copy-code', key: 'o', label: 'keyCopyCode' },
  { act: 'lock', key: 'l', label: 'keyLock' },
];

export const onMac = (): boolean => /Mac/.test(navigator.platform);

/** Which act a key press asks for; null where it is none of ours. */
export function actOf(event: KeyboardEvent, mac = onMac()): KeyAct | null {
  const command = mac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (!command || event.altKey || event.shiftKey) return null;
  // On a Cyrillic or Greek keyboard the key's letter is another one; its place is the same.
  const pressed = /^\P{ASCII}$/u.test(event.key) ? event.code.replace(/^Key/, '') : event.key;
  const found = shortcuts.find(({ key }) => key.toLowerCase() === pressed.toLowerCase());
  // Selected text is what a person means to copy.
  if (found?.act === 'copy-password' && hasSelection()) return null;
  return found?.act ?? null;
}

function hasSelection(): boolean {
  const focused = document.activeElement;
  if (focused instanceof HTMLInputElement) {
    return focused.selectionStart !== focused.selectionEnd;
  }
  return getSelection()?.isCollapsed === false;
}

/** How a shortcut is written on this system: `Ctrl C` or `⌘ C`. */
export function keyName(key: string, mac = onMac()): string {
  const shown = key === 'Enter' ? '↵' : key.toUpperCase();
  return mac ? `⌘${shown}` : `Ctrl+${shown}`;
}
