/** Spells a secret, so that it can be read out over a telephone or typed off a screen. */
import { t } from './text.ts';

/** The international spelling alphabet (ICAO): the same words in every language. */
const words =
  'Alfa Bravo Charlie Delta Echo Foxtrot Golf Hotel India Juliett Kilo Lima Mike November Oscar Papa Quebec Romeo Sierra Tango Uniform Victor Whiskey Xray Yankee Zulu'.split(
    ' ',
  );

export type Spelled = {
  readonly char: string;
  readonly kind: 'letter' | 'digit' | 'sign';
  /** How it is said; `''` for a character that has no name here. */
  readonly said: string;
};

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** One entry for each character that a person sees. */
export function spell(text: string): readonly Spelled[] {
  const signs = signNames();
  return [...letters.segment(text)].map(({ segment: char }) => {
    if (/^\p{N}$/u.test(char)) return { char, kind: 'digit', said: t('spellDigit', char) };
    if (/^[\p{L}\p{M}]+$/u.test(char)) return { char, kind: 'letter', said: sayLetter(char) };
    return { char, kind: 'sign', said: char === ' ' ? t('spellSpace') : (signs.get(char) ?? '') };
  });
}

function sayLetter(char: string): string {
  const word = words.find((each) => each.startsWith(char.toUpperCase()));
  if (word === undefined || !/^[a-z]$/i.test(char)) return '';
  return char === char.toUpperCase() ? t('spellCapital', word) : word.toLowerCase();
}

function signNames(): ReadonlyMap<string, string> {
  return new Map(
    t('signNames')
      .split('; ')
      .map((entry) => [entry.slice(0, 1), entry.slice(2)] as const),
  );
}
