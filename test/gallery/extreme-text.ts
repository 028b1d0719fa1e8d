/**
 * The text of a key in the language where it takes most room: a screen that holds these holds all
 * languages, in one go instead of eleven.
 */
import type { Texts } from './fake-runtime.ts';

const pluralEnding = /_(zero|one|two|few|many|other)$/;
const ruler = new OffscreenCanvas(1, 1).getContext('2d');
const known = new Map<string, string>();

function width(text: string): number {
  if (ruler === null) return text.length;
  ruler.font = '14px system-ui';
  return ruler.measureText(text).width;
}

const measures = {
  // On one line.
  widest: width,
  // Where lines break, the longest word decides.
  'longest-words': (text: string) => Math.max(...text.split(/[\s\u3000-\u9fff]+/).map(width)),
} as const;

export function extremeText(
  key: string,
  languages: readonly Texts[],
  measure: keyof typeof measures,
): string {
  const base = key.replace(pluralEnding, '');
  const found = known.get(base);
  if (found !== undefined) return found;
  const messages = languages
    .flatMap((texts) =>
      // Each plural form may be the longest one.
      base === key
        ? [texts[key]]
        : Object.keys(texts)
            .filter((name) => pluralEnding.test(name) && name.replace(pluralEnding, '') === base)
            .map((name) => texts[name]),
    )
    .flatMap((text) => text?.message ?? []);
  const longest = messages.reduce(
    (best, message) => (measures[measure](message) > measures[measure](best) ? message : best),
    '',
  );
  known.set(base, longest);
  return longest;
}
