/** The custom fields of an edit whose item was changed on the server meanwhile; see `merge.ts`. */
import type { Field } from '../../model/item.ts';
import type { Conflict } from '../../protocol/edit-calls.ts';
import { toFieldForm } from './form.ts';

type FieldSides = {
  readonly base: readonly Field[];
  readonly mine: readonly Field[];
  readonly now: readonly Field[];
  /** For each field of `mine`, the one of `base` it comes from, by its place; null for a new one. */
  readonly origins: readonly (number | null)[];
};

type MergedFields = {
  readonly fields: readonly Field[];
  /** For each of `fields` its place in `now`; null for one that is not there. */
  readonly origins: readonly (number | null)[];
  readonly conflicts: readonly Conflict[];
};

/** The person's fields in their order, then those that were added on the server. */
export function mergeFields({ base, mine, now, origins }: FieldSides): MergedFields {
  if (same(base, mine)) {
    return { fields: now, origins: now.map((_, at) => at), conflicts: [] };
  }
  const inNow = matchFields(base, now);
  const fields: Field[] = [];
  const places: (number | null)[] = [];
  const conflicts: Conflict[] = [];
  /** Places in `now` that are dealt with. */
  const taken = new Set<number>();

  function put(field: Field, at: number | null) {
    fields.push(field);
    places.push(at);
    if (at !== null) taken.add(at);
  }

  function conflict(at: number | null, theirs: number | null) {
    const field = theirs === null ? undefined : now[theirs];
    const shown = field && theirs !== null ? toFieldForm(field, theirs, field) : null;
    conflicts.push({ what: 'field', at, theirs: shown });
  }

  function putNew(field: Field) {
    // Added on both sides alike, or written by us with the answer lost.
    const twin = now.findIndex(
      (each, at) => !taken.has(at) && !inNow.includes(at) && same(each, field),
    );
    put(field, twin === -1 ? null : twin);
  }

  function putKept(field: Field, origin: number) {
    const at = inNow[origin] ?? null;
    const theirs = at === null ? null : (now[at] ?? null);
    const before = base[origin];
    if (same(before, field)) {
      if (theirs !== null) put(theirs, at);
      return;
    }
    if (!same(before, theirs) && !same(field, theirs)) conflict(fields.length, at);
    put(field, at);
  }

  function leaveOut(before: Field, origin: number) {
    const at = inNow[origin] ?? null;
    if (at === null) return;
    // If it was changed there, that is more than was removed here.
    if (!same(before, now[at])) conflict(null, at);
    taken.add(at);
  }

  mine.forEach((field, index) => {
    const origin = origins[index] ?? null;
    if (origin === null) putNew(field);
    else putKept(field, origin);
  });
  base.forEach((before, origin) => {
    if (!origins.includes(origin)) leaveOut(before, origin);
  });
  now.forEach((field, at) => {
    if (!taken.has(at) && !inNow.includes(at)) put(field, at);
  });
  return { fields, origins: places, conflicts };
}

/** For each field of `before` its place in `after`: the one of the same name and type, counted where several are. */
function matchFields(before: readonly Field[], after: readonly Field[]): (number | null)[] {
  const places = new Map<string, number[]>();
  after.forEach((field, at) => {
    places.set(keyOf(field), [...(places.get(keyOf(field)) ?? []), at]);
  });
  return before.map((field) => places.get(keyOf(field))?.shift() ?? null);
}

const keyOf = ({ name, type }: Field) => JSON.stringify([name, type]);

/** For values of an item: texts, numbers, lists and fields. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
