/** Passwords that can be said aloud: consonants and vowels by turns, in groups of three syllables. */
import type { Generated, GeneratorRules } from '../../model/generator.ts';
import { digits } from './characters.ts';
import { type Pick, pickOne } from './pick.ts';

/** Each is one sound in most languages that write with them; `l` looks like `1`, `c` and `q` like `k`. */
const consonants = 'bdfghjkmnprstvz';
const vowels = 'aeiou';
/** Letters of a group. */
const grouped = 6;
const digitCount = 2;

/**
 * `rules.length` characters. Capitals begin each group, where `rules.upper` asks for them; two digits end it where
 * `rules.digits` does, and where `rules.symbols` does a dash stands between groups.
 */
export function makePronounceable(rules: GeneratorRules, pick: Pick): Generated {
  const tail = rules.digits ? digitCount : 0;
  const room = rules.length - tail;
  // Short ones have a dash as well: somebody may have asked for one symbol at least.
  const group = rules.symbols && room < grouped + 2 ? Math.floor((room - 1) / 2) : grouped;
  let text = '';
  let bits = 0;
  let letters = 0;
  while (text.length < room) {
    const opens = letters % group === 0;
    // No dash at the very end.
    if (opens && letters > 0 && rules.symbols && text.length < room - 1) text += '-';
    const from = letters % 2 === 0 ? consonants : vowels;
    const letter = pickOne(from, pick);
    text += opens && rules.upper ? letter.toUpperCase() : letter;
    bits += Math.log2(from.length);
    letters += 1;
  }
  for (let count = 0; count < tail; count++) {
    text += pickOne(digits, pick);
    bits += Math.log2(digits.length);
  }
  return { text, bits };
}
