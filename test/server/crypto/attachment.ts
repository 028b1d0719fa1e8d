import { createHash } from 'node:crypto';

/** Bytes as the text whose char codes they are: the form Passwork hashes (section 3.8). */
function toCharCodes(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** Hash that goes with an attachment: sha256 of that text in UTF-8, not of the file. */
export function hashAttachment(bytes: Uint8Array): string {
  return createHash('sha256').update(toCharCodes(bytes), 'utf8').digest('hex');
}
