/** What our popup's address says where it is opened on something: an item, a search, the inbox. */
import type { ItemRef } from './item-calls.ts';

export type OpenMark =
  | { readonly show: 'item'; readonly ref: ItemRef }
  | { readonly show: 'search'; readonly query: string }
  | { readonly show: 'inbox' };

/** What the address of a window of ours says where it asks about the challenge of this id. */
export const challengeMark = 'challenge';

/** The part of the address after the question mark. */
export function writeMark(mark: OpenMark): string {
  const written = new URLSearchParams();
  if (mark.show === 'item') written.set('open', `${mark.ref.kind}:${mark.ref.id}`);
  else if (mark.show === 'search') written.set('find', mark.query);
  else written.set('inbox', '');
  return written.toString();
}

/** Null where the address says nothing of the kind. */
export function readMark(search: string): OpenMark | null {
  const written = new URLSearchParams(search);
  const found = /^(item|shortcut|inbox):(.{1,100})$/.exec(written.get('open') ?? '');
  const [, kind, id] = found ?? [];
  if ((kind === 'item' || kind === 'shortcut' || kind === 'inbox') && id !== undefined) {
    return { show: 'item', ref: { kind, id } };
  }
  const query = written.get('find');
  if (query !== null) return { show: 'search', query: query.slice(0, 200) };
  return written.has('inbox') ? { show: 'inbox' } : null;
}
