import type { OpenedItem } from '../../model/item.ts';
import type { ItemRef, Part } from '../../protocol/item-calls.ts';
import type { Clipboard } from '../clipboard/clipboard.ts';
import type { Asker, Authoriser, Permit } from '../fill/authorise.ts';
import { readPart } from './parts.ts';

/** Copies one part of an item; answers with the seconds until it is cleared, 0 for never. */
export type CopyPart = (asker: Asker, ref: ItemRef, part: Part) => Promise<number>;

export function createCopyPart(deps: {
  readonly authoriser: Authoriser;
  readonly open: (permit: Permit) => Promise<OpenedItem>;
  readonly clipboard: Clipboard;
  readonly clipboardSeconds: () => Promise<number>;
  readonly noteUse: (id: string) => Promise<void>;
  readonly now: () => number;
}): CopyPart {
  return async (asker, ref, part) => {
    const permit = await deps.authoriser.authoriseOwn(asker, 'copy', ref);
    const item = await deps.open(permit);
    const seconds = await deps.clipboardSeconds();
    await deps.clipboard.copy(permit, await readPart(item, part, deps.now()), seconds);
    await deps.noteUse(item.id);
    return seconds;
  };
}
