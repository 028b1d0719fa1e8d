import { words } from './words.ts';

export type Concept = keyof typeof words;
/** A set of concepts, one bit each. */
export type Concepts = number;

const names = Object.keys(words) as Concept[];
export const bit = Object.fromEntries(names.map((name, i) => [name, 1 << i])) as Record<
  Concept,
  number
>;

const space = 32;
const hyphen = 45;
const dot = 46;
const buckets = 1024;
const bucketOf = (first: number, second: number) => (first * 31 + second) & (buckets - 1);

// A hash table over the word lists themselves, by the first two letters of a word: nothing is copied, so that it
// takes a few kilobytes. `chain[i]` is the next word in the bucket of word i. Built with the first question, because most pages ask none.
const heads = new Uint16Array(buckets);
const chain = new Uint16Array(1200);
const places = new Uint16Array(1200);
const lists = new Uint8Array(1200);
let built = false;

function build() {
  built = true;
  let n = 0;
  names.forEach((name, list) => {
    const all = words[name];
    for (const match of all.matchAll(/\S+/g)) {
      const at = match.index + (match[0][0] === '.' ? 1 : 0);
      let second = all.charCodeAt(at + 1);
      if (second === hyphen) second = all.charCodeAt(at + 2);
      if (!(second > hyphen)) second = 0;
      const bucket = bucketOf(all.charCodeAt(at), second);
      places[++n] = at;
      lists[n] = list;
      chain[n] = heads[bucket] ?? 0;
      heads[bucket] = n;
    }
  });
}

/** Lower case without accents; `normalize` is only paid for where a letter lies outside ASCII. */
function fold(text: string): string {
  if (!/[^\0-\x7f]/.test(text)) return text;
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .normalize('NFC');
  return plain
    .replace(/[A-Z]?[^\0-\x7f]+/g, (part) => part.toLowerCase())
    .replace(/[ıłøđ]/g, (c) => 'ilod'['ıłøđ'.indexOf(c)] ?? c);
}

const longest = 160;
const letters = new Uint16Array(2 * longest + 4);

const isLetter = (c: number) =>
  (c > 96 && c < 123) || (c > 0xbf && (c < 0x2000 || c > 0x3004) && (c < 0xff00 || c > 0xff20));

/** Puts the words of a text into `letters`, one space between them: `userName1` becomes `user name 1`. */
function spell(text: string): number {
  let n = 0;
  letters[n++] = space;
  let wasLower = false;
  let wasLetter = false;
  const end = Math.min(text.length, longest);
  for (let i = 0; i < end; i++) {
    let c = text.charCodeAt(i);
    const upper = c > 64 && c < 91;
    if (upper) c += 32;
    const letter = isLetter(c);
    const digit = c > 47 && c < 58;
    if (!letter && !digit) {
      if (letters[n - 1] !== space) letters[n++] = space;
    } else {
      if ((upper && wasLower) || (digit && wasLetter)) letters[n++] = space;
      letters[n++] = c;
    }
    wasLower = (letter || digit) && !upper;
    wasLetter = letter;
  }
  letters[n++] = space;
  letters[n] = letters[n + 1] = 0;
  return n;
}

/** Everything a text speaks of. Only its beginning counts: labels are short, and prose is no label. */
export function conceptsIn(text: string | null): Concepts {
  if (!text) return 0;
  if (!built) build();
  const end = spell(fold(text));
  let found = 0;
  for (let i = 1; i < end; i++) {
    const first = letters[i] ?? 0;
    if (first === space) continue;
    const starts = letters[i - 1] === space;
    // A one-letter word ("e mail") is followed by the first letter of the next.
    const second = letters[letters[i + 1] === space ? i + 2 : i + 1] ?? 0;
    for (let word = heads[bucketOf(first, second)] ?? 0; word; word = chain[word] ?? 0) {
      if (matches(i, word, starts)) found |= 1 << (lists[word] ?? 0);
    }
    for (let word = heads[bucketOf(first, 0)] ?? 0; word; word = chain[word] ?? 0) {
      if (matches(i, word, starts)) found |= 1 << (lists[word] ?? 0);
    }
  }
  return found;
}

/** Whether a word of the lists stands at `from` in `letters`; from the start of a word it may run over spaces. */
function matches(from: number, word: number, starts: boolean): boolean {
  const list = words[names[lists[word] ?? 0] as Concept];
  const place = places[word] ?? 0;
  if (!starts && list.charCodeAt(place - 1) === dot) return false;
  let at = from;
  let i = place;
  let length = 0;
  for (; ; i++) {
    const wanted = list.charCodeAt(i);
    if (!(wanted > dot)) {
      if (wanted === hyphen) continue;
      const short = length < 5 && first(list.charCodeAt(place));
      const open = list.charCodeAt(place - 1) === dot;
      if (short && !starts) return false;
      return !(wanted === dot || (short && !open)) || letters[at] === space;
    }
    if (starts && at > from && letters[at] === space) at++;
    if (letters[at] !== wanted) return false;
    at++;
    length++;
  }
}
const first = (c: number) => c < 0x600;
