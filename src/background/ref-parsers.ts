/** Parsers of what names something else: an item, a row, a place, a frame. Calls and stores share them. */
import type { Place } from '../protocol/edit-calls.ts';
import type { ItemRef, RowRef } from '../protocol/item-calls.ts';
import { natural, nullable, oneOf, record, text } from '../protocol/parse.ts';

/** Of the server's making; of ours where it names a draft, a question or an account. */
export const id = text(100);

export const ref = record<ItemRef>({ kind: oneOf('item', 'shortcut', 'inbox'), id });

/** The keys of a `RowRef`, for records that hold more besides. */
export const rowFields = { id, shortcutId: nullable(id) };
export const rowRef = record<RowRef>(rowFields);

export const place = record<Place>({ vaultId: id, folderId: nullable(id) });

export const tabId = natural;
export const origin = text(2_000);

/** The keys of a `FramePlace`, likewise. */
export const frameFields = { tabId, frameId: natural, documentId: id, origin };
