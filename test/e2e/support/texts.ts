import { readFileSync } from 'node:fs';
import type english from '../../../public/_locales/en/messages.json';

type Entry = {
  readonly message: string;
  readonly placeholders?: Readonly<Record<string, { readonly content: string }>>;
};

const file = 'public/_locales/en/messages.json';
const entries: Readonly<Record<string, Entry>> = JSON.parse(readFileSync(file, 'utf8'));

/** A text of the extension as a person reads it in English; `values` take the places of `$1`, `$2`. */
export function text(key: keyof typeof english, ...values: readonly string[]): string {
  const { message = '', placeholders = {} } = entries[key] ?? {};
  const numbered = Object.entries(placeholders).reduce(
    (all, [name, { content }]) => all.replaceAll(`$${name.toUpperCase()}$`, () => content),
    message,
  );
  return values.reduce((all, value, at) => all.replaceAll(`$${at + 1}`, () => value), numbered);
}
