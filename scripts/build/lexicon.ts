/**
 * Makes `lexicon-table.ts` and `concepts.ts` in `src/content/scan` of `words.ts`: `npm run lexicon`. The detector runs once a page, in the
 * interpreter, so it finds its words where they lie, in one text with an index over it, and enters nothing at its start.
 */
import { writeFileSync } from 'node:fs';
import { marks } from '../../src/content/scan/lexicon.ts';
import { words } from '../../src/content/scan/words.ts';

const folder = 'src/content/scan/';
const made =
  'Made of `words.ts` by `npm run lexicon`; `scripts/build/lexicon.ts` explains the form. Not to be edited.';
const buckets = 512;
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

const hash = (three: string): number =>
  (three.charCodeAt(0) * 961 + three.charCodeAt(1) * 31 + three.charCodeAt(2)) & (buckets - 1);

/** Where a word is looked for: by its first three letters, and, where a space may stand among them, with it as well. */
function keysOf(letters: string): Set<number> {
  const joined = letters.replaceAll('-', '');
  const spaced = letters.replaceAll('-', space);
  return new Set([joined, spaced].map((text) => hash(text.padEnd(3, space).slice(0, 3))));
}

/** A word that is found wherever another of the same concept is need not be in the table. */
function implies(word: string, other: string): boolean {
  const [short, long] = [word, other].map((each) => each.replace('.', ''));
  if (word === other || short === undefined || long === undefined) return false;
  const alone = /^[a-z]{1,4}$/.test(word);
  if (alone || short.includes('-') || long.includes('-')) return false;
  return long.startsWith(short) || (!word.startsWith('.') && long.includes(short));
}

export function tableSource(): string {
  const chains = new Map<number, string[]>();
  for (const [concept, lists] of Object.values(words).entries()) {
    const all = lists.flatMap((list) => list.split(/\s+/)).filter((each) => each !== '');
    for (const word of all.filter((each) => !all.some((other) => implies(other, each)))) {
      const letters = spelt(word.replace('.', ''));
      if (letters.length < (/^[a-z]{2,4}$/.test(word) ? 2 : 3))
        throw new Error(`too short: ${word}`);
      // A capital in front names the concept, and so ends the word before.
      const entry = `${String.fromCharCode(64 + concept)}${word.startsWith('.') ? '.' : ''}${letters}`;
      for (const key of keysOf(letters)) chains.set(key, [...(chains.get(key) ?? []), entry]);
    }
  }
  if (Object.keys(words).length > 27) throw new Error('no capital is left for another concept');
  let table = '';
  const index = new Array<number>(buckets).fill(0);
  // By the alphabet, which packs better than by the hash.
  const byLetters = [...chains].sort(([, a], [, b]) =>
    `${a[0]?.slice(1)}` < `${b[0]?.slice(1)}` ? -1 : 1,
  );
  for (const [bucket, chain] of byLetters) {
    // Places are even, so that two symbols suffice for one; the first is none.
    do table += ' ';
    while (table.length % 2 > 0);
    index[bucket] = table.length / 2;
    table += chain.join('');
  }
  table += ' ';
  const places = index.map((at) => symbol(Math.floor(at / 85)) + symbol(at % 85)).join('');
  if (/["'`\\\\$]/.test(places + table))
    throw new Error('a character would be escaped within quotes');
  return `/**
 * ${made}
 *
 * This function is not to be run but to be read: the browser keeps its text in any case, whereas of a text it runs past it
 * would make another copy. After the first dollar stands, by the hash of three letters, the place of their words behind the
 * second, halved, in two symbols; there the words follow one another, each behind the capital of its concept, and a space
 * ends what has one hash.
 */
export const words = () =>
  '$${places}$${table}$';
`;
}

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
