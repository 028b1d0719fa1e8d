import { isJsonObject } from '../state/json.ts';
import { refuse } from '../state/refusal.ts';
import type { Item, StoredAttachment } from '../state/state.ts';
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

/** New files of a body: in a list under `attachments`. */
export function readAttachments(body: Body, newId: () => string): StoredAttachment[] {
  return (optionalList(body, 'attachments') ?? []).map((entry) => {
    if (!isJsonObject(entry))
      throw refuse.invalid('attachments holds something else than files', 'attachments');
    return readAttachment(entry, newId);
  });
}

/** One new file. Keys, content and hash are kept as they came, whatever they are. */
export function readAttachment(body: Body, newId: () => string): StoredAttachment {
  const { encryptedKey, encryptedData, hash, name } = body;
  if (typeof encryptedData !== 'string')
    throw refuse.invalid('encryptedData is missing', 'encryptedData');
  if (typeof name !== 'string') throw refuse.invalid('name is missing', 'name');
  if (encryptedData.length > largestAttachment) throw refuse.tooLarge();
  return {
    id: newId(),
    name,
    encryptedKey: encryptedKey ?? null,
    encryptedData,
    hash: hash ?? null,
  };
}
