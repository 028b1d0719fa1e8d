import { AppError } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { Passwork } from '../passwork.ts';
import { keyOf } from '../sealed-item.ts';
import { unsupported } from '../unsupported.ts';
import { sealValue } from '../value.ts';
import { parseId } from './item-calls.ts';
import type { KeyRing } from './keys.ts';
import { parseItem } from './parse.ts';
import { toPlace } from './relocate-item.ts';

export type ShortcutCalls = Pick<
  Passwork,
  'addShortcut' | 'moveShortcut' | 'copyShortcut' | 'deleteShortcut' | 'favouriteShortcut'
>;

/** Shortcuts (section 2b.6 of the protocol notes): only their making is known. */
export function createShortcutCalls(call: Caller, keys: KeyRing): ShortcutCalls {
  return {
    async addShortcut(itemId, target, { signal } = {}) {
      const place = toPlace(target);
      const path = ['items', checkId(itemId)];
      const source = await call({ method: 'GET', path, parse: parseItem, signal });
      const key = keyOf(await keys.item(source, signal));
      // Written by another client under the vault's own key (B12, B14): a shortcut would hand that out.
      if (key !== null && key === (await keys.vault(source.item.vaultId, signal))) {
        throw new AppError('denied', 'the item has no key of its own; save a copy of it first');
      }
      const vaultKey = await keys.vault(place.vaultId, signal);
      const keyEncrypted = key === null ? null : await sealValue(key, vaultKey);
      return call({
        method: 'POST',
        path: ['shortcuts'],
        body: { ...place, itemId, keyEncrypted },
        write: true,
        parse: parseId,
        signal,
      });
    },
    moveShortcut: () => unsupported('moving a shortcut'),
    copyShortcut: () => unsupported('copying a shortcut'),
    deleteShortcut: () => unsupported('deleting a shortcut'),
    favouriteShortcut: () => unsupported('favourites'),
  };
}
