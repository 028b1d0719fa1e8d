/** Between an opened item and the form that changes it. */
import { AppError } from '../../model/error.ts';
import type { Field, OpenedItem } from '../../model/item.ts';
import type { FieldForm, ItemForm, StoredValue } from '../../protocol/edit-calls.ts';

/** What an edit can change of an item, with its secrets. */
export type ItemTexts = Pick<
  OpenedItem,
  | 'name'
  | 'login'
  | 'urls'
  | 'description'
  | 'tags'
  | 'colour'
  | 'password'
  | 'passwordUnreadable'
  | 'fields'
>;

export const noTexts: ItemTexts = {
  name: '',
  login: '',
  urls: [],
  description: '',
  tags: [],
  colour: 0,
  password: '',
  fields: [],
};

export function textsOf(item: OpenedItem): ItemTexts {
  const { name, login, urls, description, tags, colour, password, fields } = item;
  const flag = item.passwordUnreadable === true ? { passwordUnreadable: true as const } : {};
  return { name, login, urls, description, tags, colour, password, ...flag, fields };
}

/**
 * The form of these texts over what is stored: a secret that is the stored one is left out. `origins` names
 * for each field the stored one that it comes from, by its place; null for a new one.
 */
export function toForm(
  texts: ItemTexts,
  stored: ItemTexts,
  origins: readonly (number | null)[],
): ItemForm {
  const { name, login, urls, description, tags, colour } = texts;
  const samePassword = texts.password === stored.password;
  const fields = texts.fields.map((field, at) => {
    const from = origins[at] ?? null;
    return toFieldForm(field, from, from === null ? undefined : stored.fields[from]);
  });
  const password = samePassword ? null : texts.password;
  return { place: null, name, login, password, urls, description, tags, colour, fields };
}

export function toFieldForm(field: Field, from: number | null, stored?: Field): FieldForm {
  const { name, type, value } = field;
  const isStored = stored !== undefined && stored.value === value;
  const hidden = isStored && (field.unreadable === true || type !== 'text');
  return { from, name, type, value: hidden ? null : value };
}

/** The texts that a form stands for. Throws `invalid-input` for a form of another item. */
export function fromForm(form: ItemForm, stored: ItemTexts): ItemTexts {
  const { name, login, description, colour } = form;
  const password =
    form.password === null
      ? { password: stored.password, ...flagOf(stored) }
      : { password: form.password };
  return {
    name: name.trim(),
    login,
    urls: form.urls.map((url) => url.trim()).filter((url) => url !== ''),
    description,
    tags: [...new Set(form.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    colour,
    ...password,
    fields: form.fields.map((field) => fromFieldForm(field, stored)),
  };
}

const flagOf = ({ passwordUnreadable }: ItemTexts) =>
  passwordUnreadable === true ? { passwordUnreadable } : {};

function fromFieldForm({ from, name, type, value }: FieldForm, stored: ItemTexts): Field {
  if (value !== null) return { name, type, value };
  const before = from === null ? undefined : stored.fields[from];
  if (before === undefined) throw new AppError('invalid-input', 'no such field');
  return before.unreadable === true ? before : { name, type, value: before.value };
}

export function storedValues({ password, passwordUnreadable, fields }: ItemTexts): {
  password: StoredValue;
  fields: StoredValue[];
} {
  return {
    password: storedValue(password, passwordUnreadable),
    fields: fields.map(({ value, unreadable }) => storedValue(value, unreadable)),
  };
}

function storedValue(value: string, unreadable: true | undefined): StoredValue {
  if (unreadable === true) return 'unreadable';
  return value === '' ? 'empty' : 'present';
}
