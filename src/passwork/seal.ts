import { encryptAttachment, plainAttachmentKey } from '../crypto/attachment.ts';
import { randomSecret } from '../crypto/random.ts';
import { AppError } from '../model/error.ts';
import type { NewAttachment, NewField } from './passwork.ts';
import { type Key, sealValue } from './value.ts';

/** Values as both generations want them sent (section 3.8 of the protocol notes). */

/** Exactly three properties each: a fourth makes the official client drop the whole entry (B3). */
export function sealFields(fields: readonly NewField[], key: Key) {
  return Promise.all(
    fields.map(async ({ name, type, value }) => ({
      name: await sealValue(name, key),
      value: await sealValue(value, key),
      type: await sealValue(type, key),
    })),
  );
}

/** The full name is sent: other clients lose the extension (B8). Throws `too-large`. */
export async function sealAttachment(
  { name, bytes }: NewAttachment,
  { key, shape }: { key: Key; shape: 'v4-attachment-key' | 'v7-attachment-key' },
) {
  if (name === '') throw new AppError('invalid-input', 'an attachment has no name');
  const attachmentKey = key === null ? null : randomSecret(shape);
  const { encryptedData, hash } = await encryptAttachment(bytes, attachmentKey);
  const encryptedKey =
    attachmentKey === null ? plainAttachmentKey : await sealValue(attachmentKey, key);
  return { encryptedKey, encryptedData, hash, name };
}
