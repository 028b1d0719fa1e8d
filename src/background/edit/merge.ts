/**
 * What becomes of an edit whose item was changed on the server meanwhile. Compared are what the edit began
 * from (`base`), the person's version (`mine`) and the server's (`now`). What only one side changed
 * is taken; what both changed differently is a conflict, and both versions are kept for the person to choose.
 */
import type { Conflict, ItemForm, PlainKey } from '../../protocol/edit-calls.ts';
import { type ItemTexts, toForm } from './form.ts';
import { mergeFields, same } from './merge-fields.ts';

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
  const {
    fields,
    origins,
    conflicts: fieldConflicts,
  } = mergeFields({
    base: base.fields,
    mine: mine.fields,
    now: now.fields,
    origins: sides.origins,
  });
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

export function sameTexts(a: ItemTexts, b: ItemTexts): boolean {
  return (
    plainKeys.every((key) => same(a[key], b[key])) &&
    same(a.tags, b.tags) &&
    a.fields.length === b.fields.length &&
    a.fields.every((field, at) => same(field, b.fields[at]))
  );
}
