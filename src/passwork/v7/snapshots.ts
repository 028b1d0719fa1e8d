import { AppError } from '../../model/error.ts';
import type { Caller } from '../http/call.ts';
import { checkId } from '../input.ts';
import { readId, readRecord, readSeconds } from '../json.ts';
import type { Opener } from '../opener.ts';
import type { Passwork, SnapshotRow } from '../passwork.ts';
import type { KeyRing } from './keys.ts';
import { parseItem, parseItems, parseSnapshot, type V7Item } from './parse.ts';

export type SnapshotCalls = Pick<Passwork, 'snapshots' | 'openSnapshot'>;

/** Former states of an item, which the server keeps by itself (section 2b.5 of the protocol notes). */
export function createSnapshotCalls(
  call: Caller,
  keys: KeyRing,
  opener: Opener<V7Item>,
): SnapshotCalls {
  return {
    snapshots: async (itemId, { signal } = {}) =>
      call({
        method: 'GET',
        path: ['items', checkId(itemId), 'snapshots'],
        parse: parseItems(parseRow),
        signal,
      }),
    async openSnapshot({ id, itemId }, { signal } = {}) {
      const path = ['items', checkId(itemId)];
      const item = await call({ method: 'GET', path, parse: parseItem, signal });
      const source = await call({
        method: 'GET',
        path: [...path, 'snapshot', checkId(id)],
        parse: (data) => parseSnapshot(data, item),
        signal,
      });
      if (source.item.id !== itemId) throw new AppError('bad-server-answer', 'another item');
      // Its key lies under the vault's, and can be another one than the item has now.
      const itemKey = await keys.item(source, signal);
      return opener.open({ path: ['snapshots', id], source, itemKey });
    },
  };
}

function parseRow(value: unknown): SnapshotRow {
  const row = readRecord(value, 'snapshot');
  return {
    id: readId(row, 'id'),
    itemId: readId(row, 'itemId'),
    createdAt: readSeconds(row, 'createdAt'),
  };
}
