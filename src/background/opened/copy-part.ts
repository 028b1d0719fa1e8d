import type { OpenedItem } from '../../model/item.ts';
import type { ItemRef, Part } from '../../protocol/item-calls.ts';
import type { Clipboard } from '../clipboard/clipboard.ts';
import { readPart } from './parts.ts';

/** Copies one part of an item; answers with the seconds until it is cleared, 0 for never. */
export type CopyPart = (ref: ItemRef, part: Part) => Promise<number>;

export function createCopyPart(deps: {
  readonly open: (ref: ItemRef) => Promise<OpenedItem>;
  readonly clipboard: Clipboard;
  readonly clipboardSeconds: () => Promise<number>;
  readonly noteUse: (id: string) => Promise<void>;
  readonly now: () => number;
}): CopyPart {
  return async (ref, part) => {
    const item = await deps.open(ref);
    const seconds = await deps.clipboardSeconds();
    await deps.clipboard.copy(await readPart(item, part, deps.now()), seconds);
    await deps.noteUse(item.id);
    return seconds;
  };
}
