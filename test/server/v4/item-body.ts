import { isJsonObject } from '../state/json.ts';
import type { Item, Sealed, StoredAttachment } from '../state/state.ts';
import { failure } from './answer.ts';
import { type Body, optionalList, optionalNumber, optionalText, optionalTexts } from './body.ts';

/** 5 MiB after two times base64 and once base32 is 14.9 million letters (section 5). */
const largestAttachment = 16_000_000;

type PlainFields = Pick<Item, 'name' | 'login' | 'url' | 'description' | 'colour' | 'tags'>;

/** The readable fields that a body holds; what is absent stays absent. */
export function readPlainFields(body: Body): Partial<PlainFields> {
  const fields: Partial<PlainFields> = {};
  for (const key of ['name', 'login', 'url', 'description'] as const) {
    if (body[key] !== undefined) fields[key] = optionalText(body, key);
  }
  if (body.color !== undefined) fields.colour = optionalNumber(body, 'color');
  if (body.tags !== undefined) fields.tags = optionalTexts(body, 'tags');
  return fields;
}

/** The encrypted fields that a body holds, kept byte for byte. The key is never among the edits. */
export function readSealedFields(body: Body): Partial<Pick<Sealed, 'password' | 'fields'>> {
  return {
    ...(body.cryptedPassword === undefined
      ? {}
      : { password: optionalText(body, 'cryptedPassword') ?? '' }),
    ...(body.custom === undefined ? {} : { fields: optionalList(body, 'custom') }),
  };
}

export function readSnapshot(body: Body): string[] {
  const snapshot = optionalText(body, 'snapshot');
  return snapshot === null ? [] : [snapshot];
}

/** New files of a body: in a list under `attachments`. */
export function readAttachments(body: Body, newId: () => string): StoredAttachment[] {
  return (optionalList(body, 'attachments') ?? []).map((entry) => {
    if (!isJsonObject(entry)) throw failure.invalid('attachments holds something else than files');
    return readAttachment(entry, newId);
  });
}

export function readAttachment(body: Body, newId: () => string): StoredAttachment {
  const { encryptedKey, encryptedData, hash, name } = body;
  if (typeof encryptedData !== 'string') throw failure.invalid('encryptedData is missing');
  if (typeof name !== 'string') throw failure.invalid('name is missing');
  if (encryptedData.length > largestAttachment) throw failure.tooLarge();
  return {
    id: newId(),
    name,
    encryptedKey: encryptedKey ?? null,
    encryptedData,
    hash: hash ?? null,
  };
}
