import { words } from './words.ts';

export type Concept = keyof typeof words;
/** A set of concepts, one bit each. */
export type Concepts = number;

const names = Object.keys(words) as Concept[];
/** Two lists for each concept: Latin script, other scripts. */
const lists = Object.values(words).flat();

export const bit = {} as Record<Concept, number>;
for (const [i, name] of names.entries()) bit[name] = 1 << i;

const space = 32;
const hyphen = 45;
const dot = 46;

// A hash table over the lists themselves, by the first two letters of a word: nothing is copied, so it takes a few
// kilobytes. An entry packs the next entry of its bucket, the list and the place of the word there into 11, 6 and 15 bits.
// The code is as plain as it is because it runs in the interpreter, once a page.
const first = new Uint16Array(1024);
const entries = new Uint32Array(2048);
let count = 0;
let learnt = 0;

/** Enters the words of every second list: first those in Latin script, others only where a page needs them. */
function learn(): void {
  for (let list = learnt++; list < lists.length; list += 2) {
    const all = lists[list] as string;
    let at = all ? 0 : -1;
    while (at >= 0) {
      let letter = all.charCodeAt(at);
      // The lists are broken over indented lines.
      while (letter === space || letter === dot) letter = all.charCodeAt(++at);
      const bucket = (letter * 31 + all.charCodeAt(at + 1)) & 1023;
      entries[++count] = ((first[bucket] as number) << 21) | (list << 15) | at;
      first[bucket] = count;
      at = all.indexOf(' ', at);
    }
  }
}

const longest = 160;
const spelt = new Uint16Array(2 * longest + 4);

/**
 * Puts the words of a text into `spelt`, one space between them: `userName1` becomes `user name 1`. Gives the length,
 * negative where a letter lay outside ASCII.
 */
function spell(text: string): number {
  let n = 1;
  let sign = 1;
  let wasLower = false;
  let wasLetter = false;
  const end = Math.min(text.length, longest);
  spelt[0] = space;
  for (let i = 0; i < end; i++) {
    let c = text.charCodeAt(i);
    const upper = c > 64 && c < 91;
    const digit = c > 47 && c < 58;
    if (upper) c += 32;
    const foreign = c > 0xbf && (c < 0x2000 || c > 0x3004) && (c < 0xff00 || c > 0xff20);
    const letter = (c > 96 && c < 123) || foreign;
    if (foreign) sign = -1;
    if (letter || digit) {
      if ((upper && wasLower) || (digit && wasLetter)) spelt[n++] = space;
      spelt[n++] = c;
    } else if (spelt[n - 1] !== space) spelt[n++] = space;
    wasLower = !upper && (letter || digit);
    wasLetter = letter;
  }
  spelt[n] = space;
  spelt[n + 1] = 0;
  return n * sign;
}

/** Lower case without accents. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(/[\u00e6\u00f8\u0111\u0131\u0142\u0259]/g, (letter) => plain[letter] ?? '');

/** Letters that Unicode does not take apart, as pages without them write them. */
const plain: Record<string, string> = {
  '\u00e6': 'ae',
  '\u00f8': 'o',
  '\u0111': 'd',
  '\u0131': 'i',
  '\u0142': 'l',
  '\u0259': 'e',
};

/** Everything a text speaks of. Only its beginning counts: labels are short, and prose is no label. */
export function conceptsIn(text: string | null): Concepts {
  if (!text) return 0;
  if (learnt === 0) learn();
  let end = spell(text);
  if (end < 0) {
    if (learnt === 1) learn();
    end = Math.abs(spell(fold(text)));
  }
  let found = 0;
  for (let i = 1; i < end; i++) {
    const a = spelt[i] as number;
    if (a === space) continue;
    const b = spelt[i + 1] as number;
    // The second letter may follow a space, as in "e mail"; a word of one letter is entered with the space after it.
    const c = b === space ? (spelt[i + 2] as number) : b;
    let word = first[(a * 31 + c) & 1023] as number;
    if (word > 0) found |= wordsAt(i, word);
    if (b === space || a > 0x2fff) {
      word = first[(a * 31 + space) & 1023] as number;
      if (word > 0) found |= wordsAt(i, word);
    }
  }
  return found;
}

function wordsAt(at: number, chain: number): Concepts {
  const opens = spelt[at - 1] === space;
  let found = 0;
  for (let entry = entries[chain] as number; entry > 0; entry = entries[entry >>> 21] as number) {
    const list = (entry >>> 15) & 63;
    const all = lists[list] as string;
    const start = entry & 32767;
    let to = at;
    let i = start;
    for (let wanted = all.charCodeAt(i); wanted >= hyphen; wanted = all.charCodeAt(++i)) {
      if (wanted === hyphen) continue;
      if (opens && to > at && spelt[to] === space) to++;
      if (spelt[to++] !== wanted) {
        to = 0;
        break;
      }
    }
    if (to === 0) continue;
    const begins = all.charCodeAt(start - 1) === dot;
    const alone = !begins && i - start < 5 && all.charCodeAt(start) < 0x590;
    if ((opens || !(begins || alone)) && (!alone || spelt[to] === space)) found |= 1 << (list >> 1);
  }
  return found;
}
