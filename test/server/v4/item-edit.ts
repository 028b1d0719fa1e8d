import type { Body } from '../http/body.ts';
import { readAttachments, readPlainFields } from '../http/item-body.ts';
import { type Item, openSealed } from '../state/state.ts';
import { readSealedFields, readSnapshot } from './sealed-body.ts';

export type EditOptions = { readonly newId: () => string; readonly seconds: number };

/** PUT of an item, directly or through a shortcut: absent is unchanged, attachments are added. */
export function editItem(item: Item, body: Body, { newId, seconds }: EditOptions): void {
  // Everything is read before anything is changed, so a bad body changes nothing.
  const plain = readPlainFields(body);
  const secret = readSealedFields(body);
  const added = readAttachments(body, newId);
  const snapshots = readSnapshot(body);
  const sealed = openSealed(item);
  Object.assign(item, plain);
  item.sealed = {
    ...sealed,
    ...secret,
    attachments: added.length > 0 ? [...(sealed.attachments ?? []), ...added] : sealed.attachments,
    snapshots: [...sealed.snapshots, ...snapshots],
  };
  item.updatedAt = seconds;
  if (secret.password !== undefined) item.passwordChangedAt = seconds;
}
