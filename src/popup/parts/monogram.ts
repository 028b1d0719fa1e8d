/** The first letter or digit of a name as a person sees it, upper-cased; a dot where there is none. */
export function monogram(name: string): string {
  for (const { segment } of new Intl.Segmenter().segment(name)) {
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(segment)) {
      // Names can pile a hundred combining marks on one letter.
      return [...segment.toUpperCase()].slice(0, 4).join('');
    }
  }
  return '·';
}

const tints = 8;

/** Which of the tints a name gets: always the same one. */
export function tint(name: string): number {
  let sum = 0;
  for (const char of name) sum = (sum * 31 + (char.codePointAt(0) ?? 0)) % 65_521;
  return sum % tints;
}
