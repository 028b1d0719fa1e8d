import type { ItemRef, Part } from '../../protocol/popup-calls.ts';
import type { Clipboard } from '../clipboard/clipboard.ts';
import type { OpenedItems } from './opened-items.ts';
import { readPart } from './parts.ts';

/** Copies one part of an item; answers with the seconds until it is cleared, 0 for never. */
export type CopyPart = (ref: ItemRef, part: Part) => Promise<number>;

export function createCopyPart(deps: {
  readonly opened: OpenedItems;
  readonly clipboard: Clipboard;
  readonly clipboardSeconds: () => Promise<number>;
  readonly noteUse: (id: string) => void;
  readonly now: () => number;
}): CopyPart {
  return async (ref, part) => {
    const item = await deps.opened.open(ref);
    const seconds = await deps.clipboardSeconds();
    await deps.clipboard.copy(await readPart(item, part, deps.now()), seconds);
    deps.noteUse(item.id);
    return seconds;
  };
}
