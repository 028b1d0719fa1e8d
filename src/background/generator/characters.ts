/** Passwords of single characters. */
import type { Generated, GeneratorRules } from '../../model/generator.ts';
import { type Pick, pickOne } from './pick.ts';

export const lower = 'abcdefghijklmnopqrstuvwxyz';
export const upper = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const digits = '0123456789';
/** Those that sites, shells and spreadsheets take most willingly, and a keyboard has without tricks. */
export const symbols = '!@#$%^&*-_=+?.:;~';
/** Taken for each other in one font or another. */
const ambiguous = /[Il1|O0o.:;]/g;

export const plainOf = (set: string): string => set.replace(ambiguous, '');

/** What a password is made of. */
export type Recipe = {
  readonly length: number;
  /** Sets of characters of which at least one must occur; each a text without repetition. */
  readonly required: readonly string[];
  /** Characters that may occur besides. */
  readonly allowed: string;
  /** How often the same character may follow itself; `Infinity` for as often as it comes. */
  readonly maxConsecutive: number;
};

export function recipeOf(rules: GeneratorRules): Recipe {
  const chosen = [
    rules.lower ? lower : '',
    rules.upper ? upper : '',
    rules.digits ? digits : '',
    rules.symbols ? symbols : '',
  ].filter((set) => set !== '');
  const sets = chosen.length > 0 ? chosen : [lower];
  const required = rules.plain ? sets.map(plainOf) : sets;
  return { length: rules.length, required, allowed: '', maxConsecutive: Number.POSITIVE_INFINITY };
}

/** Tries until the rules are met: about one in five at the hardest that a person can choose. */
const mostTries = 20_000;

/**
 * Draws every character from all that may occur and throws the whole away where a required set is
 * missing, so that each password that meets the rules is equally likely. Null where none was found.
 */
export function makeCharacters(recipe: Recipe, pick: Pick): Generated | null {
  const all = [...new Set([...recipe.required.join(''), ...recipe.allowed])];
  if (all.length === 0 || recipe.length < recipe.required.length) return null;
  for (let tries = 0; tries < mostTries; tries++) {
    let text = '';
    while (text.length < recipe.length) text += pickOne(all, pick);
    if (meets(text, recipe)) return { text, bits: bitsOf(recipe, all.length) };
  }
  return null;
}

function meets(text: string, { required, maxConsecutive }: Recipe): boolean {
  if (!required.every((set) => [...text].some((letter) => set.includes(letter)))) return false;
  let run = 0;
  for (let at = 0; at < text.length; at++) {
    run = text[at] === text[at - 1] ? run + 1 : 1;
    if (run > maxConsecutive) return false;
  }
  return true;
}

/** How many texts hold one of each required set, by inclusion and exclusion; runs are not counted out. */
function bitsOf({ length, required }: Recipe, size: number): number {
  let count = 0;
  for (let without = 0; without < 1 << required.length; without++) {
    const left = required.filter((_, at) => without & (1 << at));
    const gone = new Set(left.join('')).size;
    // Relative to all texts: 128 characters make more than a number holds.
    count += (left.length % 2 === 0 ? 1 : -1) * ((size - gone) / size) ** length;
  }
  return length * Math.log2(size) + Math.log2(Math.max(count, Number.MIN_VALUE));
}
