/** How keys, and what they do, are written for a person. */
import type { KeyAct } from '../../model/settings.ts';
import type { MessageKey } from './text.ts';

export const keyLabels: { readonly [A in KeyAct]: MessageKey } = {
  fill: 'keyFill',
  'open-and-fill': 'keyOpenAndFill',
  'copy-password': 'keyCopyPassword',
  'copy-login': 'keyCopyLogin',
  'copy-code': 'keyCopyCode',
  lock: 'keyLock',
};

export const onMac = (): boolean => /Mac/.test(navigator.platform);

/** How a shortcut is written on this system: `Ctrl C` or `⌘ C`. */
export function keyName(key: string, mac = onMac()): string {
  const shown = key === 'Enter' ? '↵' : key.toUpperCase();
  return mac ? `⌘${shown}` : `Ctrl+${shown}`;
}
