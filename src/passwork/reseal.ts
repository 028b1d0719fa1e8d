import { AppError } from '../model/error.ts';
import { sealFields } from './seal.ts';
import {
  type ItemKey,
  isReadable,
  keyOf,
  openSealed,
  type SealedField,
  type SealedItem,
} from './sealed-item.ts';
import { type Key, openValue, orUnreadable, sealValue } from './value.ts';

/** The secrets of an item under a key of their new place. */
export type Resealed = {
  readonly password: string;
  readonly fields: readonly SealedField[];
  readonly attachments: readonly { id: string; name: string; encryptedKey: string }[];
};

/**
 * All secrets of an item under another key. Under the same key they go as they are stored, byte for byte,
 * so that what cannot be read is carried along; under another one it would be lost, and is refused.
 * Throws `unreadable`.
 */
export async function reseal(item: SealedItem, itemKey: ItemKey, to: Key): Promise<Resealed> {
  const { sealedPassword, sealedFields, sealedAttachments } = item;
  const from = keyOf(itemKey);
  if (from === to) {
    return { password: sealedPassword, fields: sealedFields, attachments: sealedAttachments };
  }
  const opened = await openSealed(item, itemKey);
  if (!isReadable(opened)) throw lost();
  return {
    password: sealedPassword === '' ? '' : await sealValue(opened.password, to),
    fields: await sealFields(opened.fields, to),
    attachments: await Promise.all(
      sealedAttachments.map(async ({ id, name, encryptedKey }) => {
        const key = await orUnreadable(openValue(encryptedKey, from));
        if (key === null) throw lost();
        return { id, name, encryptedKey: await sealValue(key, to) };
      }),
    ),
  };
}

function lost(): AppError {
  return new AppError('unreadable', 'something of the item cannot be read and would be lost');
}
