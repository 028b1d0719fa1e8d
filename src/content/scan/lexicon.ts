import { words } from './lexicon-table.ts';

const [, begins = '', index = '', table = ''] = words.toString().split('$');

/** A set of concepts, one bit each. */
export type Concepts = number;

const space = 32;
/** Before a word that may only begin a longer one, and behind one that stands alone. */
const onlyFirst = 46;
const onlyWhole = 124;
/** Behind all words with the same beginning; the capital behind each names its concept. */
const last = 90;

/** What a letter outside ASCII begins with in the table; a letter or digit follows. */
export const marks = '!/#%&()*+,:;<=>?[]^_';

const longest = 160;
/** Two places for each letter, and a space before it. */
const spelt = new Uint16Array(3 * longest + 8);

/**
 * Puts the words of a text into `spelt`, one space between them: `userName1` becomes `user name 1`. A letter outside
 * ASCII becomes a mark and a letter. Gives the length, negative where there was such a letter.
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
    if (upper) c += 32;
    const digit = c > 47 && c < 58;
    const foreign = c > 0xbf && (c < 0x2000 || c > 0x3004) && (c < 0xff00 || c > 0xff20);
    const letter = (c > 96 && c < 123) || foreign;
    if (letter || digit) {
      if ((upper && wasLower) || (digit && wasLetter)) spelt[n++] = space;
      if (foreign) {
        sign = -1;
        spelt[n++] = marks.charCodeAt(c % 20);
        c = ((c / 20) | 0) % 36;
        c += c < 10 ? 48 : 87;
      }
      spelt[n++] = c;
    } else if (spelt[n - 1] !== space) spelt[n++] = space;
    wasLower = !upper && (letter || digit);
    wasLetter = letter;
  }
  spelt[n] = spelt[n + 1] = spelt[n + 2] = space;
  return n * sign;
}

/** Lower case without accents. */
const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replace(
      /[\u00e6\u00f8\u0111\u0131\u0142\u0259]/g,
      (letter) => plain[letter.charCodeAt(0)] ?? '',
    );

/**
 * Letters that Unicode does not take apart, as pages without them write them; by their codes, since a script with a letter
 * outside Latin in it takes twice the room.
 */
const plain: Record<number, string> = {
  230: 'ae',
  248: 'o',
  273: 'd',
  305: 'i',
  322: 'l',
  601: 'e',
};

/** The number that a character of the index stands for; `scripts/build/lexicon.ts` writes them. */
const at = (place: number): number => {
  const code = index.charCodeAt(place);
  return code - (code > 96 ? 42 : code > 92 ? 41 : 40);
};

/** Where a third letter leads after two others: what comes before them is shifted out. */
export const shifted = (key: number, letter: number): number => ((key << 4) ^ letter) & 2047;

/** Of a key, the chain its words stand in. With the first two letters it tells the third. */
export const chainOf = (key: number): number => (key ^ (key >> 2)) & 255;

/**
 * Everything a text speaks of. Only its beginning counts: labels are short, and prose is no label. Most places of a text
 * begin no word of ours: a bit says so, and little is done for a letter, since this runs in the interpreter, once a page.
 */
export function conceptsIn(text: string | null | undefined): Concepts {
  if (!text) return 0;
  let end = spell(text);
  if (end < 0) end = Math.abs(spell(fold(text)));
  let found = 0;
  let key = shifted(spelt[1] as number, spelt[2] as number);
  for (let i = 1; i < end; i++) {
    // As `shifted`, without a call for each letter.
    key = ((key << 4) ^ (spelt[i + 2] as number)) & 2047;
    if ((begins.charCodeAt(key >> 2) >> (key & 3)) & 1) found |= wordsAt(i, key);
  }
  return found;
}

/** Concepts of those words that the text has at `from`, whose first three letters make up `key`. */
function wordsAt(from: number, key: number): Concepts {
  const first = spelt[from];
  const second = spelt[from + 1];
  const opens = spelt[from - 1] === space;
  if (!opens && (second === space || spelt[from + 2] === space)) return 0;
  const chain = 2 * chainOf(key);
  let i = 2 * (at(chain) * 85 + at(chain + 1));
  while (table.charCodeAt(i) !== first || table.charCodeAt(i + 1) !== second) {
    if (table.charCodeAt(i) === space) return 0;
    i = table.indexOf('Z', i) + 1;
  }
  let found = 0;
  let to = from + 3;
  let same = true;
  for (i += 2; ; i++) {
    const c = table.charCodeAt(i);
    if (c > 63 && c < 91) {
      if (c === last) return found;
      if (same) found |= 1 << (c - 64);
      to = from + 3;
      same = true;
    } else if (!same) continue;
    else if (c === onlyFirst) same = opens;
    else if (c === onlyWhole) same = opens && spelt[to] === space;
    else {
      if (opens && spelt[to] === space) to++;
      same = spelt[to++] === c;
    }
  }
}
