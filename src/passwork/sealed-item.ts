import { AppError } from '../model/error.ts';
import type { Attachment, Colour, Field, OpenedItem } from '../model/item.ts';
import { type Key, openValue, orUnreadable } from './value.ts';

export type SealedField = {
  readonly name: string;
  readonly type: string;
  readonly value: string;
};

export type SealedAttachmentRow = Attachment & { readonly encryptedKey: string };

/** An item as either generation stores it: texts in clear, the rest sealed under the item's key. */
export type SealedItem = {
  readonly id: string;
  readonly vaultId: string;
  readonly folderId: string | null;
  readonly name: string;
  readonly login: string;
  readonly urls: readonly string[];
  readonly description: string;
  readonly tags: readonly string[];
  readonly colour: Colour;
  readonly favourite: boolean;
  readonly passwordChangedAt: number;
  readonly sealedPassword: string;
  readonly sealedFields: readonly SealedField[];
  readonly sealedAttachments: readonly SealedAttachmentRow[];
};

/**
 * `'lost'` stands for a key that could not be decrypted: nothing under it can be read. A `guess` is the key
 * of the vault for an item without one of its own; not every client keeps to that (B5).
 */
export type ItemKey = { readonly key: Key; readonly guess?: true } | 'lost';

/** Throws `unreadable` where it is lost. */
export function keyOf(itemKey: ItemKey): Key {
  if (itemKey === 'lost') throw new AppError('unreadable', 'the key of the item is lost');
  return itemKey.key;
}

/** True where nothing in the item is flagged. */
export function isReadable({ passwordUnreadable, fields }: OpenedItem): boolean {
  return passwordUnreadable !== true && fields.every((field) => field.unreadable !== true);
}

/** Decrypts what is sealed. What cannot be read is flagged, the rest is there. */
export async function openSealed(item: SealedItem, itemKey: ItemKey): Promise<OpenedItem> {
  const { sealedPassword, sealedFields, sealedAttachments, ...plain } = item;
  const [password, ...fields] = await Promise.all([
    open(sealedPassword, itemKey),
    ...sealedFields.map((field) => openField(field, itemKey)),
  ]);
  return {
    ...plain,
    password: password ?? '',
    ...(password === null && { passwordUnreadable: true as const }),
    fields,
    attachments: sealedAttachments.map(({ id, name }) => ({ id, name })),
  };
}

async function openField(field: SealedField, itemKey: ItemKey): Promise<Field> {
  const [name, type, value] = await Promise.all([
    open(field.name, itemKey),
    open(field.type, itemKey),
    open(field.value, itemKey),
  ]);
  const opened = { name: name ?? '', type: type ?? '', value: value ?? '' };
  const readable = name !== null && type !== null && value !== null;
  return readable ? opened : { ...opened, unreadable: true };
}

async function open(value: string, itemKey: ItemKey): Promise<string | null> {
  if (itemKey === 'lost') return value === '' ? '' : null;
  return orUnreadable(openValue(value, itemKey.key));
}
