import { AppError } from '../model/error.ts';
import type { OpenedItem } from '../model/item.ts';
import type { ChangedField, ItemChanges, NewField } from './passwork.ts';
import { sealFields } from './seal.ts';
import {
  type ItemKey,
  keyOf,
  openSealed,
  type SealedField,
  type SealedItem,
} from './sealed-item.ts';
import { type Key, sealValue } from './value.ts';

export type ChangedValues = {
  /** Left out where the password does not change. */
  readonly password?: string;
  /** The whole new list, sealed; left out where no field was handed in. */
  readonly fields?: readonly SealedField[];
};

/**
 * The sealed part of an edit, under the key that the item has. What cannot be read is not overwritten by
 * an edit of the rest: an unreadable field goes back as it is stored, and a list that lacks one is refused.
 * Throws `unreadable`.
 */
export async function sealChanges(
  item: SealedItem,
  itemKey: ItemKey,
  changes: ItemChanges,
): Promise<ChangedValues> {
  const { password, fields } = changes;
  if (password === undefined && fields === undefined) return {};
  const key = keyOf(itemKey);
  const before = await openSealed(item, itemKey);
  if (itemKey !== 'lost' && itemKey.guess === true && opensNothing(before)) {
    throw new AppError('unreadable', 'the item lies under another key than expected');
  }
  const samePassword = before.passwordUnreadable !== true && before.password === password;
  return {
    ...(password !== undefined && !samePassword && { password: await sealValue(password, key) }),
    ...(fields !== undefined && {
      fields: await sealFieldList(fields, { before, stored: item.sealedFields, key }),
    }),
  };
}

/** True where things are sealed and none of them can be read: then the key is the wrong one. */
function opensNothing({ password, passwordUnreadable, fields }: OpenedItem): boolean {
  const flagged = fields.filter((field) => field.unreadable === true);
  const sealed = passwordUnreadable === true || flagged.length > 0;
  return sealed && password === '' && flagged.length === fields.length;
}

/** The n-th flagged field of the new list stands for the n-th unreadable one that is stored. */
async function sealFieldList(
  fields: readonly ChangedField[],
  { before, stored, key }: { before: OpenedItem; stored: readonly SealedField[]; key: Key },
): Promise<SealedField[]> {
  const unreadable = stored.filter((_, at) => before.fields[at]?.unreadable === true);
  const kept = fields.filter((field) => field.unreadable === true);
  if (kept.length !== unreadable.length) {
    throw new AppError('unreadable', 'a field that cannot be read would be lost');
  }
  const sealed = await sealFields(
    fields.filter((field) => field.unreadable !== true),
    key,
  );
  return fields
    .map((field) => (field.unreadable === true ? unreadable.shift() : sealed.shift()))
    .filter((field) => field !== undefined);
}

/** Fields of this edit that the item does not have already (B19: only these are ours to judge). */
export function newFields(changes: ItemChanges, before: readonly NewField[]): NewField[] {
  return (changes.fields ?? []).filter(
    (field) => !before.some((old) => old.type === field.type && old.value === field.value),
  );
}
