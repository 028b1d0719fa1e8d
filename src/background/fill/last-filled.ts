/**
 * Which item a tab was filled with last: the next step of a login, its password or its code, wants the
 * same one. In memory only; a worker that dies forgets, and the order is the usual one then.
 */
import type { RowRef } from '../../protocol/item-calls.ts';

export type LastFilled = {
  note(tabId: number, row: RowRef): void;
  /** Puts the rows of that item first and leaves the others in their order. */
  first<R extends RowRef>(tabId: number, rows: readonly R[]): readonly R[];
  clear(): void;
};

/** Milliseconds: a code that comes by mail takes its time. */
const lifetime = 5 * 60_000;

export function createLastFilled(now: () => number): LastFilled {
  const known = new Map<number, { readonly id: string; readonly at: number }>();
  return {
    note(tabId, { id }) {
      for (const [tab, { at }] of known) if (at + lifetime < now()) known.delete(tab);
      known.set(tabId, { id, at: now() });
    },
    first(tabId, rows) {
      const last = known.get(tabId);
      if (last === undefined || last.at + lifetime < now()) return rows;
      const same = rows.filter(({ id }) => id === last.id);
      return same.length === 0 ? rows : [...same, ...rows.filter(({ id }) => id !== last.id)];
    },
    clear: () => known.clear(),
  };
}
