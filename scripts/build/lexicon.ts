/**
 * Makes `lexicon-table.ts` and `concepts.ts` in `src/content/scan` of `words.ts`: `npm run lexicon`. The detector runs once a page, in the
 * interpreter, so it finds its words where they lie, in one text with an index over it, and enters nothing at its start.
 */
import { writeFileSync } from 'node:fs';
import { chainOf, marks, shifted } from '../../src/content/scan/lexicon.ts';
import { words } from '../../src/content/scan/words.ts';

const folder = 'src/content/scan/';
const made =
  'Made of `words.ts` by `npm run lexicon`; `scripts/build/lexicon.ts` explains the form. Not to be edited.';
/** A space in the text as the table's keys have it. */
const space = ' ';

/**
 * The letters of a word as `spell` writes them in `lexicon.ts`: a letter outside ASCII becomes a mark and a letter or
 * digit, so that the table is ASCII. Letters 720 apart look the same, which is rare enough.
 */
const spelt = (word: string): string =>
  [...word]
    .map((letter) => {
      const code = letter.charCodeAt(0);
      if (code < 128) return letter;
      return `${marks[code % 20]}${(Math.floor(code / 20) % 36).toString(36)}`;
    })
    .join('');

/**
 * What a word is found by, and what is left of it: its first three letters, and, where a space may stand among them,
 * those with it as well.
 */
function beginnings(letters: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const hyphen of ['', space]) {
    let three = '';
    let i = 0;
    for (; three.length < 3 && i < letters.length; i++)
      three += letters[i] === '-' ? hyphen : letters[i];
    if (i < letters.length || !three.endsWith(space))
      found.set(three.padEnd(3, space), letters.slice(i).replaceAll('-', ''));
  }
  return found;
}

const keyOf = (three: string): number =>
  [...three].reduce((key, letter) => shifted(key, letter.charCodeAt(0)), 0);

/** A word that is found wherever another of the same concept is need not be in the table. */
function implies(word: string, other: string): boolean {
  const [short, long] = [word, other].map((each) => each.replace('.', ''));
  if (word === other || short === undefined || long === undefined) return false;
  const alone = /^[a-z]{1,4}$/.test(word);
  if (alone || short.includes('-') || long.includes('-')) return false;
  return long.startsWith(short) || (!word.startsWith('.') && long.includes(short));
}

export function tableSource(): string {
  /** By the first three letters: what is left of the words, each behind the capital of its concept. */
  const groups = new Map<string, string[]>();
  for (const [concept, lists] of Object.values(words).entries()) {
    const all = lists.flatMap((list) => list.split(/\s+/)).filter((each) => each !== '');
    for (const word of all.filter((each) => !all.some((other) => implies(other, each)))) {
      const letters = spelt(word.replace('.', ''));
      if (letters.length < (/^[a-z]{2,4}$/.test(word) ? 2 : 3))
        throw new Error(`too short: ${word}`);
      for (const [three, rest] of beginnings(letters)) {
        // Two letters and the space behind them stand alone in any case.
        const whole = /^[a-z]..$/.test(three) && !three.includes(space) && rest.length < 2;
        const entry = word.startsWith('.') ? `.${rest}` : whole ? `${rest}|` : rest;
        groups.set(three, [...(groups.get(three) ?? []), entry + capital(concept)]);
      }
    }
  }
  const chains = new Map<number, string[]>();
  const begins = new Array<number>(512).fill(0);
  for (const [three, entries] of groups) {
    const key = keyOf(three);
    begins[key >> 2] = (begins[key >> 2] ?? 0) | (1 << (key & 3));
    const chain = chains.get(chainOf(key)) ?? [];
    chains.set(chainOf(key), [...chain, `${three.slice(0, 2)}${entries.join('')}Z`]);
  }
  let table = space;
  const index = new Array<number>(256).fill(0);
  // By the alphabet, which packs better than by the number.
  for (const [at, chain] of [...chains].sort(([, [a = '']], [, [b = '']]) => (a < b ? -1 : 1))) {
    // Places are even, so that two symbols suffice for one; the first is none.
    if (table.length % 2 > 0) table += space;
    index[at] = table.length / 2;
    table += chain.join('') + space;
  }
  const places = index.map((at) => symbol(Math.floor(at / 85)) + symbol(at % 85)).join('');
  const bits = begins.map((four) => String.fromCharCode(64 + four)).join('');
  if (/["'`\\\\$]/.test(places + table))
    throw new Error('a character would be escaped within quotes');
  return `/**
 * ${made}
 *
 * This function is not to be run but to be read: the browser keeps its text in any case, whereas of a text it runs past it
 * would make another copy. Three letters make a key (\`shifted\`). After the first dollar stands, four keys to a letter, which of
 * them begin a word; after the second, for each chain of keys (\`chainOf\`), the place of its words behind the third, halved,
 * in two symbols. There stand two letters, then what follows the third in each word that begins with the three, and the capital
 * of its concept, and a Z behind them all; a space ends the chain. A point stands for: only at the beginning of a word; a bar for: only
 * as a word of its own.
 */
export const words = () =>
  '$${bits}$${places}$${table}$';
`;
}

const capital = (concept: number): string => {
  if (concept > 25) throw new Error('no capital is left for another concept');
  return String.fromCharCode(64 + concept);
};

/** Constants instead of one object: each property of an object has a shape that the browser keeps. */
export function conceptsSource(): string {
  const bits = Object.keys(words).map((name, at) => `export const ${name} = ${2 ** at};`);
  return `/** ${made} Each concept has a bit; a number is a set of them. */
${bits.join('\n')}
`;
}

/**
 * A number below 85 as a character that stands for itself within quotes of any kind: those from `(` on but for the backslash
 * and the backtick.
 */
function symbol(value: number): string {
  if (value > 84) throw new Error(`no symbol for ${value}`);
  return String.fromCharCode(value + (value > 54 ? 42 : value > 51 ? 41 : 40));
}

if (process.argv[1]?.endsWith('lexicon.ts')) {
  for (const [name, source] of [
    ['concepts.ts', conceptsSource()],
    ['lexicon-table.ts', tableSource()],
  ] as const) {
    writeFileSync(folder + name, source);
    console.log(`${name}: ${source.length} bytes`);
  }
}
