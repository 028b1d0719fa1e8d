import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Passwork } from '../passwork.ts';
import { unsupported } from '../unsupported.ts';
import type { KeyRing } from './keys.ts';
import { wrapShortcutKey } from './relocate-folder.ts';
import { toPlace } from './relocate-item.ts';

export type ShortcutCalls = Pick<
  Passwork,
  'addShortcut' | 'moveShortcut' | 'copyShortcut' | 'deleteShortcut' | 'favouriteShortcut'
>;

/** Changes of shortcuts (section 2.7 of the protocol notes). */
export function createShortcutCalls(call: Caller, keys: KeyRing): ShortcutCalls {
  const relocate =
    (action: 'move' | 'copy'): Passwork['moveShortcut'] =>
    async (id, target, { signal } = {}) => {
      const path = ['sharing', 'shortcut', checkId(id)];
      const to = toPlace(target);
      const vault = await keys.vault(to.vaultTo, signal);
      const cryptedKey = await wrapShortcutKey({ call, keys, vault, signal }, path);
      await call({
        method: 'POST',
        path: [...path, action],
        body: { ...to, cryptedKey },
        write: true,
        parse: () => null,
        signal,
      });
    };
  return {
    addShortcut: () => unsupported('a new shortcut'),
    moveShortcut: relocate('move'),
    copyShortcut: relocate('copy'),
    async deleteShortcut(id, { signal } = {}) {
      const path = ['sharing', 'shortcut', checkId(id)];
      await call({ method: 'DELETE', path, write: true, parse: () => null, signal });
    },
    async favouriteShortcut(id, on, { signal } = {}) {
      const path = ['sharing', 'shortcut', checkId(id), on ? 'favorite' : 'unfavorite'];
      await call({ method: 'POST', path, write: true, parse: () => null, signal });
    },
  };
}
