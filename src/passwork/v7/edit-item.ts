import { randomSecret } from '../../crypto/random.ts';
import { AppError } from '../../model/error.ts';
import { sealChanges } from '../changed-values.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import type { ItemChanges, Passwork } from '../passwork.ts';
import type { ItemKey } from '../sealed-item.ts';
import { sealValue } from '../value.ts';
import { toUrls } from './item-calls.ts';
import type { KeyRing } from './keys.ts';
import { parseItem, type V7Item } from './parse.ts';

export type EditCalls = Pick<Passwork, 'editItem' | 'editShortcut' | 'editInboxItem'>;

/** Edits, which start from what the server has now and name only what changes (section 2b.5). */
export function createEditCalls(call: Caller, keys: KeyRing): EditCalls {
  const edit =
    (kind: 'items' | 'shortcuts' | 'inbox-items'): Passwork['editItem'] =>
    async (id, changes, { signal } = {}) => {
      const path = [kind, checkId(id)];
      const source = await call({ method: 'GET', path, parse: parseItem, signal });
      const key = await keyForEdit(keys, { source, changes, signal });
      const body = await toBody(source, key, changes);
      // Nothing changes: no request, and no entry in the history.
      if (body === null) return;
      await call({
        method: 'PATCH',
        path: ['items', source.item.id],
        body,
        write: true,
        parse: () => null,
        signal,
      });
    };
  return {
    editItem: edit('items'),
    editShortcut: edit('shortcuts'),
    editInboxItem: edit('inbox-items'),
  };
}

type KeyForEdit = { readonly itemKey: ItemKey; readonly keyEncrypted?: string };

/**
 * The item's key, which is never sent again: another client's edit sends a wrong one and so loses all that
 * lies under the right one (B13). Only an item that never had a key gets one now, with all that is
 * sealed (B14); where something is sealed under a key that nobody has, sealing more is refused.
 */
async function keyForEdit(
  keys: KeyRing,
  {
    source,
    changes,
    signal,
  }: { source: V7Item; changes: ItemChanges; signal: AbortSignal | undefined },
): Promise<KeyForEdit> {
  const { item, sealedKey, shortcut, inbox } = source;
  const seals = changes.password !== undefined || changes.fields !== undefined;
  const keyless = sealedKey === '' && shortcut === null && inbox === null;
  if (!seals || !keyless || keys.masterKey === null) {
    return { itemKey: await keys.item(source, signal) };
  }
  const isBare =
    item.sealedPassword === '' &&
    item.sealedFields.length === 0 &&
    item.sealedAttachments.length === 0;
  if (!isBare) throw new AppError('unreadable', 'the item has no key for what is sealed in it');
  const key = randomSecret('v7-item-key');
  const keyEncrypted = await sealValue(key, await keys.vault(item.vaultId, signal));
  return { itemKey: { key }, keyEncrypted };
}

async function toBody({ item, manyUrls }: V7Item, key: KeyForEdit, changes: ItemChanges) {
  const { itemKey, keyEncrypted } = key;
  const { password, fields } = await sealChanges(item, itemKey, changes);
  const { name, login, urls, description, tags, colour } = changes;
  const changed = {
    ...(name !== undefined && { name }),
    ...(login !== undefined && { login }),
    ...(urls !== undefined && toUrls(urls, manyUrls || urls.length > 1)),
    ...(description !== undefined && { description }),
    ...(tags !== undefined && { tags }),
    ...(colour !== undefined && { color: colour }),
    ...(fields !== undefined && { customs: fields }),
    ...(password !== undefined && { passwordEncrypted: password }),
  };
  if (Object.keys(changed).length === 0) return null;
  return { vaultId: item.vaultId, ...changed, ...(keyEncrypted !== undefined && { keyEncrypted }) };
}
