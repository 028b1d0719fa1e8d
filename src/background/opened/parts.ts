/** One part of an opened item, as text or as a one-time code. */

import { oneTimeCode } from '../../crypto/one-time-code.ts';
import { AppError } from '../../model/error.ts';
import type { Field, OpenedItem } from '../../model/item.ts';
import type { CodeAnswer, FieldView, ItemView, Part } from '../../protocol/item-calls.ts';
import { addressesIn } from '../items/site.ts';

/** The text of a part. Throws `no-value` where it is empty, `unreadable` where it is garbled. */
export async function readPart(item: OpenedItem, part: Part, now: number): Promise<string> {
  switch (part.part) {
    case 'login':
      return present(item.login, false);
    case 'password':
      return present(item.password, item.passwordUnreadable === true);
    case 'field': {
      const field = item.fields[part.index];
      return present(field?.value ?? '', field?.unreadable === true);
    }
    case 'code':
      return (await readCode(item, part.index, now)).code;
  }
}

function present(value: string, unreadable: boolean): string {
  if (unreadable) throw new AppError('unreadable', 'this part cannot be decrypted');
  if (value === '') throw new AppError('no-value', 'this part is empty');
  return value;
}

/** The one-time code of a field, or of the first that gives one where `index` is null. */
export async function readCode(
  item: OpenedItem,
  index: number | null,
  now: number,
): Promise<CodeAnswer> {
  const candidates = index === null ? item.fields.filter(isCodeField) : [item.fields[index]];
  for (const field of candidates) {
    if (field === undefined || field.unreadable === true) continue;
    const code = await findCode(field.value, now);
    if (code !== null) return code;
  }
  throw new AppError('no-value', 'no one-time code');
}

/** The code of a secret or link. Throws `no-value` where it gives none. */
export async function codeOf(secret: string, now: number): Promise<CodeAnswer> {
  const code = await findCode(secret, now);
  if (code === null) throw new AppError('no-value', 'no one-time code');
  return code;
}

async function findCode(secret: string, now: number): Promise<CodeAnswer | null> {
  const code = await oneTimeCode(secret, Math.floor(now / 1000));
  return code && { code: code.code, period: code.period, endsAt: code.expiresAt * 1000 };
}

const isCodeField = (field: Field): boolean => field.type === 'totp';

/** What a page of ours may show without a gesture: no password, no one-time-code secret. */
export function toView(
  item: OpenedItem,
  { ref, path, can }: Pick<ItemView, 'ref' | 'path' | 'can'>,
): ItemView {
  return {
    ref,
    can,
    name: item.name,
    login: item.login,
    urls: addressesIn(item.urls),
    description: item.description,
    tags: item.tags,
    colour: item.colour,
    favourite: item.favourite,
    path,
    passwordChangedAt: item.passwordChangedAt,
    password:
      item.passwordUnreadable === true ? 'unreadable' : item.password === '' ? 'empty' : 'present',
    fields: item.fields.map(toFieldView),
    attachments: item.attachments.map(({ id, name }) => ({ id, name })),
  };
}

function toFieldView(field: Field): FieldView {
  const { name, type, value } = field;
  const unreadable = field.unreadable === true;
  const secret = type !== 'text';
  return {
    name,
    type,
    value: secret || unreadable ? null : value,
    empty: value === '',
    unreadable,
  };
}
