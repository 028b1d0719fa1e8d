/**
 * What becomes of an edit whose item was changed on the server meanwhile. Compared are what the edit began
 * from (`base`), the person's version (`mine`) and the server's (`now`). What only one side changed
 * is taken; what both changed differently is a conflict, and both versions are kept for the person to choose.
 */
import type { Field } from '../../model/item.ts';
import type { Conflict, ItemForm, PlainKey } from '../../protocol/edit-calls.ts';
import { type ItemTexts, toFieldForm, toForm } from './form.ts';

export type Merged = {
  /** Both sides' changes; the person's where they differ. */
  readonly texts: ItemTexts;
  /** The same as a form over `now`. */
  readonly form: ItemForm;
  readonly conflicts: readonly Conflict[];
};

export type Sides = {
  readonly base: ItemTexts;
  readonly mine: ItemTexts;
  readonly now: ItemTexts;
  /** For each field of `mine`, the one of `base` it comes from, by its place; null for a new one. */
  readonly origins: readonly (number | null)[];
};

const plainKeys: readonly PlainKey[] = [
  'name',
  'login',
  'password',
  'urls',
  'description',
  'colour',
];

export function merge(sides: Sides): Merged {
  const { base, mine, now } = sides;
  const conflicts: Conflict[] = [];
  const choose = <K extends PlainKey>(key: K): ItemTexts[K] => {
    if (same(base[key], mine[key])) return now[key];
    if (!same(base[key], now[key]) && !same(mine[key], now[key])) {
      // The stored password stays where it is: null in a form means just that.
      const theirs = key === 'password' ? null : now[key];
      conflicts.push({ what: key, theirs: { [key]: theirs } });
    }
    return mine[key];
  };
  const [name, login, password, urls, description, colour] = [
    choose('name'),
    choose('login'),
    choose('password'),
    choose('urls'),
    choose('description'),
    choose('colour'),
  ];
  const unreadable = now.passwordUnreadable === true && password === now.password;
  const { fields, origins, conflicts: fieldConflicts } = mergeFields(sides);
  const texts: ItemTexts = {
    name,
    login,
    password,
    ...(unreadable && { passwordUnreadable: true as const }),
    urls,
    description,
    colour,
    tags: mergeTags(sides),
    fields,
  };
  return {
    texts,
    form: toForm(texts, now, origins),
    conflicts: [...conflicts, ...fieldConflicts],
  };
}

/** Tags are a set: what either side added is in it, what either side took away is not. */
function mergeTags({ base, mine, now }: Sides): readonly string[] {
  if (same(base.tags, mine.tags)) return now.tags;
  const kept = mine.tags.filter((tag) => now.tags.includes(tag) || !base.tags.includes(tag));
  const added = now.tags.filter((tag) => !base.tags.includes(tag) && !kept.includes(tag));
  return [...kept, ...added];
}

type MergedFields = {
  readonly fields: readonly Field[];
  readonly origins: readonly (number | null)[];
  readonly conflicts: readonly Conflict[];
};

function mergeFields({ base, mine, now, origins }: Sides): MergedFields {
  const inNow = matchFields(base.fields, now.fields);
  const inOrder = now.fields.map((_, at) => at);
  if (same(base.fields, mine.fields)) {
    return { fields: now.fields, origins: inOrder, conflicts: [] };
  }
  const fields: Field[] = [];
  const from: (number | null)[] = [];
  const conflicts: Conflict[] = [];
  const taken = new Set<number>();
  const put = (field: Field, at: number | null) => {
    fields.push(field);
    from.push(at);
    if (at !== null) taken.add(at);
  };
  const theirsAt = (at: number | null) => {
    const field = at === null ? undefined : now.fields[at];
    return field === undefined ? null : toFieldForm(field, at, field);
  };

  mine.fields.forEach((field, index) => {
    const origin = origins[index] ?? null;
    if (origin === null) {
      // Added on both sides alike, or written by us with the answer lost.
      const twin = now.fields.findIndex(
        (each, at) => !taken.has(at) && !inNow.includes(at) && same(each, field),
      );
      put(field, twin === -1 ? null : twin);
      return;
    }
    const at = inNow[origin] ?? null;
    const theirs = at === null ? null : (now.fields[at] ?? null);
    const before = base.fields[origin];
    if (same(before, field)) {
      if (theirs !== null) put(theirs, at);
      return;
    }
    if (!same(before, theirs) && !same(field, theirs)) {
      conflicts.push({ what: 'field', at: fields.length, theirs: theirsAt(at) });
    }
    put(field, at);
  });

  base.fields.forEach((before, origin) => {
    if (origins.includes(origin)) return;
    const at = inNow[origin] ?? null;
    if (at === null) return;
    // Removed here: if it was changed there, that is more than was removed.
    if (!same(before, now.fields[at])) {
      conflicts.push({ what: 'field', at: null, theirs: theirsAt(at) });
    }
    taken.add(at);
  });
  now.fields.forEach((field, at) => {
    if (!taken.has(at) && !inNow.includes(at)) put(field, at);
  });
  return { fields, origins: from, conflicts };
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

export function sameTexts(a: ItemTexts, b: ItemTexts): boolean {
  return (
    plainKeys.every((key) => same(a[key], b[key])) &&
    same(a.tags, b.tags) &&
    a.fields.length === b.fields.length &&
    a.fields.every((field, at) => same(field, b.fields[at]))
  );
}
