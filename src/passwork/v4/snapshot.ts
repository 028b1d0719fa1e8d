import { get } from '../json.ts';
import { type ItemKey, isReadable, openSealed } from '../sealed-item.ts';
import { openValue, orUnreadable, sealValue } from '../value.ts';
import type { V4Item } from './parse.ts';

/**
 * The state of an item before a change, sealed under its own key: what the server keeps as history
 * (section 3.8 of the protocol notes). Null where something in it cannot be read: a history with
 * gaps in it would pass for the truth.
 */
export async function sealSnapshot(source: V4Item, itemKey: ItemKey): Promise<string | null> {
  if (itemKey === 'lost') return null;
  const { key } = itemKey;
  const { item, raw } = source;
  const opened = await openSealed(item, itemKey);
  const keys = await Promise.all(
    item.sealedAttachments.map(({ encryptedKey }) => orUnreadable(openValue(encryptedKey, key))),
  );
  if (!isReadable(opened) || keys.includes(null)) return null;
  const attachments = item.sealedAttachments.map(({ id, name, encryptedKey }, at) =>
    key === null ? { id, name, encryptedKey } : { id, name, key: keys[at] },
  );
  const { name, login, description, tags, folderId, passwordChangedAt } = opened;
  const before = {
    id: item.id,
    folderId,
    name,
    login,
    url: opened.urls[0] ?? '',
    description,
    color: opened.colour,
    tags,
    lastPasswordUpdate: passwordChangedAt,
    // Null and an empty list are told apart in what the official client writes.
    custom: Array.isArray(get(raw, 'custom')) ? opened.fields : null,
    attachments,
    password: opened.password,
    groupId: item.vaultId,
  };
  return sealValue(JSON.stringify(before), key);
}
