import type { Row } from './contents.ts';
import type { Item } from './state.ts';

export type Query = {
  readonly text: string;
  readonly tags: readonly string[];
  readonly colours: readonly number[];
};

/** Words of letters and digits of any script, in lower case. */
export function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
}

/** Every word asked for must begin a word of `texts`. */
export function matchesWords(texts: readonly (string | null)[], asked: readonly string[]): boolean {
  if (asked.length === 0) return true;
  const words = texts.flatMap((text) => (text === null ? [] : wordsOf(text)));
  return asked.every((start) => words.some((word) => word.startsWith(start)));
}

/** Name, login, address and note by words; one of the colours; all of the tags. */
export function rowMatcher({ text, tags, colours }: Query): (row: Row) => boolean {
  const asked = wordsOf(text);
  return ({ item }) =>
    (colours.length === 0 || colours.includes(item.colour ?? 0)) &&
    tags.every((tag) => item.tags?.includes(tag) ?? false) &&
    matchesWords(textsOf(item), asked);
}

function textsOf({ name, login, url, description }: Item): (string | null)[] {
  return [name, login, url, description];
}
