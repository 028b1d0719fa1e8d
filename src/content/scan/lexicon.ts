import { words } from './lexicon-table.ts';

const [, index = '', table = ''] = words.toString().split('$');

/** A set of concepts, one bit each. */
export type Concepts = number;

const space = 32;
const hyphen = 45;
const dot = 46;
const capitals = 64;

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

/** The number that a character of the table stands for; `scripts/build/lexicon.ts` writes them. */
const at = (text: string, place: number): number => {
  const code = text.charCodeAt(place);
  return code - (code > 96 ? 42 : code > 92 ? 41 : 40);
};

/**
 * Everything a text speaks of. Only its beginning counts: labels are short, and prose is no label. The code is as plain
 * as it is because it runs in the interpreter, once a page.
 */
export function conceptsIn(text: string | null | undefined): Concepts {
  if (!text) return 0;
  let end = spell(text);
  if (end < 0) end = Math.abs(spell(fold(text)));
  let found = 0;
  for (let i = 1; i < end; i++) {
    const a = spelt[i] as number;
    if (a === space) continue;
    const hash = (a * 961 + (spelt[i + 1] as number) * 31 + (spelt[i + 2] as number)) & 511;
    const place = 2 * (at(index, 2 * hash) * 85 + at(index, 2 * hash + 1));
    if (place > 0) found |= wordsAt(i, place);
  }
  return found;
}

/** Concepts of those words in the chain at `place` that the text has at `from`. */
function wordsAt(from: number, place: number): Concepts {
  const opens = spelt[from - 1] === space;
  let found = 0;
  let i = place;
  for (let concept = table.charCodeAt(i); concept !== space; concept = table.charCodeAt(i)) {
    const begins = table.charCodeAt(++i) === dot;
    if (begins) i++;
    const start = i;
    let to = from;
    // Within a longer word not every word counts.
    let same = opens || !begins;
    for (
      let c = table.charCodeAt(i);
      c > 90 || (c < capitals && c > space);
      c = table.charCodeAt(++i)
    ) {
      if (!same || c === hyphen) continue;
      if (opens && to > from && spelt[to] === space) to++;
      same = spelt[to++] === c;
    }
    if (!same) continue;
    const alone = !begins && i - start < 5 && table.charCodeAt(start) > 96;
    if (!alone || (opens && spelt[to] === space)) found |= 1 << (concept - capitals);
  }
  return found;
}
