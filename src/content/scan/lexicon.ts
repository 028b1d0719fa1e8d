import { words } from './words.ts';

export type Concept = keyof typeof words;
/** A set of concepts, one bit each. */
export type Concepts = number;

const names = Object.keys(words) as Concept[];
const latin = names.map((name) => words[name][0]);
const others = names.map((name) => words[name][1]);
export const bit = Object.fromEntries(names.map((name, i) => [name, 1 << i])) as Record<
  Concept,
  number
>;

const space = 32;
const hyphen = 45;
const dot = 46;

// A hash table over the word lists themselves, by the first two letters of a word. Nothing is copied, so it takes a
// few kilobytes. `next` chains a bucket. The loop is as plain as it is because it runs in the interpreter, once a page.
const first = new Uint16Array(1024);
const next = new Uint16Array(1024);
const listOf = new Uint8Array(1024);
const startOf = new Uint16Array(1024);
let count = 0;
let known = 0;

function learn(lists: readonly string[], from: number): void {
  for (let list = 0; list < lists.length; list++) {
    const all = lists[list] as string;
    let start = all ? 0 : -1;
    while (start >= 0) {
      if (all.charCodeAt(start) === dot) start++;
      const bucket = (all.charCodeAt(start) * 31 + all.charCodeAt(start + 1)) & 1023;
      startOf[++count] = start;
      listOf[count] = from + list;
      next[count] = first[bucket] as number;
      first[bucket] = count;
      start = all.indexOf(' ', start);
      // The lists are broken over indented lines.
      while (start > 0 && all.charCodeAt(start) === space) start++;
    }
  }
}

/** Lower case without accents, for texts with letters outside ASCII. */
const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC')
    .replace(/[^\0-\x7f]+/g, (part) => part.toLowerCase())
    .replace(/[ıłøđ]/g, (letter) => 'ilod'['ıłøđ'.indexOf(letter)] ?? '');

const longest = 160;
const spelt = new Uint16Array(2 * longest + 4);

/** Latin small letters and all other scripts, without the blocks of punctuation that pages use. */
const isLetter = (c: number) =>
  (c > 96 && c < 123) || (c > 0xbf && (c < 0x2000 || c > 0x3004) && (c < 0xff00 || c > 0xff20));

/** Puts the words of a text into `spelt`, one space between them: `userName1` becomes `user name 1`. */
function spell(text: string): number {
  let n = 0;
  spelt[n++] = space;
  let wasLower = false;
  let wasLetter = false;
  const end = Math.min(text.length, longest);
  for (let i = 0; i < end; i++) {
    let c = text.charCodeAt(i);
    const upper = c > 64 && c < 91;
    if (upper) c += 32;
    const letter = isLetter(c);
    const digit = c > 47 && c < 58;
    if (letter || digit) {
      if ((upper && wasLower) || (digit && wasLetter)) spelt[n++] = space;
      spelt[n++] = c;
    } else if (spelt[n - 1] !== space) spelt[n++] = space;
    wasLower = (letter || digit) && !upper;
    wasLetter = letter;
  }
  spelt[n++] = space;
  spelt[n] = 0;
  return n;
}

/** Everything a text speaks of. Only its beginning counts: labels are short, and prose is no label. */
export function conceptsIn(text: string | null): Concepts {
  if (!text) return 0;
  const foreign = /[^\0-\x7f]/.test(text);
  if (known === 0) learn(latin, 0);
  if (foreign && known < 2) learn(others, names.length);
  known = foreign ? 2 : known || 1;
  const end = spell(foreign ? fold(text) : text);
  let found = 0;
  for (let i = 1; i < end; i++) {
    const a = spelt[i] as number;
    if (a === space) continue;
    const b = spelt[i + 1] as number;
    // The second letter may follow a space, as in "e mail"; a word of one letter is entered with the space after it.
    found |= wordsAt(i, a * 31 + (b === space ? (spelt[i + 2] as number) : b));
    if (b === space || a > 0x2fff) found |= wordsAt(i, a * 31 + space);
  }
  return found;
}

function wordsAt(at: number, hash: number): Concepts {
  let found = 0;
  for (let word = first[hash & 1023] as number; word > 0; word = next[word] as number) {
    const list = listOf[word] as number;
    const foreign = list >= names.length;
    const concept = foreign ? list - names.length : list;
    const all = (foreign ? others : latin)[concept] as string;
    if (standsAt(at, all, startOf[word] as number)) found |= 1 << concept;
  }
  return found;
}

/** Whether the word of `list` at `start` stands at `at` of the text; from a word's start it may run over spaces. */
function standsAt(at: number, list: string, start: number): boolean {
  const opens = spelt[at - 1] === space;
  const mustOpen = list.charCodeAt(start - 1) === dot;
  if (mustOpen && !opens) return false;
  let to = at;
  for (let i = start; ; i++) {
    const wanted = list.charCodeAt(i);
    if (wanted > dot) {
      if (opens && to > at && spelt[to] === space) to++;
      if (spelt[to] !== wanted) return false;
      to++;
    } else if (wanted !== hyphen) {
      const alone = i - start < 5 && list.charCodeAt(start) < 0x600;
      if (alone && !opens) return false;
      return !(wanted === dot || (alone && !mustOpen)) || spelt[to] === space;
    }
  }
}
