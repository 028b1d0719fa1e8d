import { get, isRecord, readId, readList, readRecord, readText } from './json.ts';
import type { SealedAttachmentRow, SealedField } from './sealed-item.ts';

/** What both generations write alike (section 3.8 of the protocol notes). */

/** Custom fields. Entries that lack name, type or value are skipped, as every client does. */
export function parseFields(value: unknown): SealedField[] {
  return readList(value, 'custom fields', (entry) => {
    if (!isRecord(entry)) return null;
    const [name, type, text] = [get(entry, 'name'), get(entry, 'type'), get(entry, 'value')];
    const whole = typeof name === 'string' && typeof type === 'string' && typeof text === 'string';
    return whole ? { name, type, value: text } : null;
  }).filter((field) => field !== null);
}

export function parseAttachmentRows(value: unknown): SealedAttachmentRow[] {
  return readList(value, 'attachments', (entry) => {
    const row = readRecord(entry, 'attachment');
    return {
      id: readId(row, 'id'),
      name: readText(row, 'name'),
      encryptedKey: readText(row, 'encryptedKey'),
    };
  });
}

export type AttachmentContent = {
  readonly name: string;
  readonly encryptedKey: string;
  readonly encryptedData: string;
  readonly hash: string;
};

/** One file with its content, still sealed. */
export function parseAttachment(value: unknown): AttachmentContent {
  const attachment = readRecord(value, 'attachment');
  return {
    name: readText(attachment, 'name'),
    encryptedKey: readText(attachment, 'encryptedKey'),
    encryptedData: readText(attachment, 'encryptedData'),
    hash: readText(attachment, 'hash'),
  };
}
