/** Words that somebody may have meant: one or two slips of the fingers away. */
import { type Lexicon, wordCount } from './lexicon.ts';

/** A slip is a letter too many, too few, another, or two swapped. Short words allow none. */
export function slipsAllowed(word: string): number {
  // A number with another digit is another number.
  if (word.length < 4 || /^\d+$/.test(word)) return 0;
  return word.length < 8 ? 1 : 2;
}

/**
 * For each word, which letters it holds, one bit for each place in the code table modulo 32: letters of one
 * alphabet do not collide. A word that lacks more of the typed letters than slips are allowed cannot
 * be meant, which leaves few to compare letter by letter.
 */
export function letterSets({ text, starts }: Lexicon): Uint32Array {
  const sets = new Uint32Array(Math.max(starts.length - 1, 0));
  for (let word = 0; word < sets.length; word++) {
    let set = 0;
    const end = (starts[word + 1] ?? 1) - 1;
    for (let at = starts[word] ?? 0; at < end; at++) set |= 1 << (text.charCodeAt(at) & 31);
    sets[word] = set;
  }
  return sets;
}

/** Visits each word whose beginning is at most `slips` away from `typed`, with how far it is. */
export function findNear(
  one: { lexicon: Lexicon; sets: Uint32Array; typed: string; slips: number },
  visit: (word: number, distance: number) => void,
): void {
  const { lexicon, sets, typed, slips } = one;
  const { text, starts } = lexicon;
  let wanted = 0;
  for (let at = 0; at < typed.length; at++) wanted |= 1 << (typed.charCodeAt(at) & 31);
  const beginsAlike = createBeginning(typed, slips);
  const measure = createMeasure(typed, slips);
  const count = wordCount(lexicon);
  for (let word = 0; word < count; word++) {
    if (bitCount(wanted & ~(sets[word] ?? 0)) > slips) continue;
    const start = starts[word] ?? 0;
    const length = (starts[word + 1] ?? 1) - 1 - start;
    if (length < typed.length - slips) continue;
    if (!beginsAlike(text, start)) continue;
    const distance = measure(text, start, length);
    if (distance <= slips) visit(word, distance);
  }
}

/** Among the first letters, one more than slips are allowed, some must be the same. */
function createBeginning(typed: string, slips: number) {
  const letters = Array.from({ length: slips + 1 }, (_, at) => typed.charCodeAt(at));
  return (text: string, start: number): boolean => {
    for (let at = start; at <= start + slips; at++) {
      if (letters.includes(text.charCodeAt(at))) return true;
    }
    return false;
  };
}

/**
 * Optimal string alignment distance between what was typed and the nearest beginning of a word;
 * anything beyond `slips` counts as `slips + 1`.
 */
function createMeasure(typed: string, slips: number) {
  const width = typed.length + 1;
  let previous2 = new Uint8Array(width);
  let previous = new Uint8Array(width);
  let row = new Uint8Array(width);
  return (text: string, start: number, length: number): number => {
    const far = slips + 1;
    for (let column = 0; column < width; column++) previous[column] = Math.min(column, far);
    let best = previous[width - 1] ?? far;
    const rows = Math.min(length, typed.length + slips);
    for (let at = 1; at <= rows; at++) {
      const letter = text.charCodeAt(start + at - 1);
      row[0] = Math.min(at, far);
      let least = row[0];
      for (let column = 1; column < width; column++) {
        const same = typed.charCodeAt(column - 1) === letter;
        let cost = Math.min(
          (previous[column] ?? far) + 1,
          (row[column - 1] ?? far) + 1,
          (previous[column - 1] ?? far) + (same ? 0 : 1),
        );
        const swapped =
          at > 1 &&
          column > 1 &&
          typed.charCodeAt(column - 2) === letter &&
          typed.charCodeAt(column - 1) === text.charCodeAt(start + at - 2);
        if (swapped) cost = Math.min(cost, (previous2[column - 2] ?? far) + 1);
        row[column] = Math.min(cost, far);
        least = Math.min(least, cost);
      }
      best = Math.min(best, row[width - 1] ?? far);
      if (least > slips) break;
      [previous2, previous, row] = [previous, row, previous2];
    }
    return best;
  };
}

function bitCount(bits: number): number {
  let left = bits - ((bits >>> 1) & 0x55555555);
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333);
  left = (left + (left >>> 4)) & 0x0f0f0f0f;
  return Math.imul(left, 0x01010101) >>> 24;
}
