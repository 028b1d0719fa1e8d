/** How a password is made, and what it is worth. */

export const generatorKinds = ['characters', 'passphrase', 'pronounceable'] as const;
export type GeneratorKind = (typeof generatorKinds)[number];

/** Languages with a list of words. */
export const wordLanguages = ['en', 'de', 'es', 'fr', 'it', 'ru'] as const;
export type WordLanguage = (typeof wordLanguages)[number];

export const separators = ['-', ' ', '.', '_', ','] as const;

/** What a person chose; each kind heeds its own part. */
export type GeneratorRules = {
  readonly kind: GeneratorKind;
  /** Of characters, for `characters` and `pronounceable`. */
  readonly length: number;
  readonly lower: boolean;
  readonly upper: boolean;
  readonly digits: boolean;
  readonly symbols: boolean;
  /** Leaves out what is easily taken for something else, such as `l` and `1`. */
  readonly plain: boolean;
  readonly words: number;
  readonly language: WordLanguage;
  readonly separator: (typeof separators)[number];
  /** Each word begins with a capital. */
  readonly capitals: boolean;
  /** One digit stands behind one of the words. */
  readonly digit: boolean;
};

/** The least that the organisation asks of a password that is made here. */
export type Complexity = {
  readonly minLength: number;
  readonly upper: boolean;
  readonly digits: boolean;
  readonly symbols: boolean;
};

/** Bounds of what can be chosen. */
export const generatorLimits = {
  length: { min: 5, max: 128 },
  words: { min: 3, max: 12 },
} as const;

export const defaultGeneratorRules: GeneratorRules = {
  kind: 'characters',
  length: 20,
  lower: true,
  upper: true,
  digits: true,
  symbols: true,
  plain: false,
  words: 6,
  language: 'en',
  separator: '-',
  capitals: false,
  digit: false,
};

export type Generated = {
  readonly text: string;
  /** Base-2 logarithm of how many passwords these rules can make, each equally likely. */
  readonly bits: number;
};

export const strengths = ['weak', 'fair', 'good', 'strong'] as const;
export type Strength = (typeof strengths)[number];

/**
 * What an entropy means to a person. Below 40 bits one machine guesses it in hours once a site has
 * lost its hashes; from 60 on it takes a farm, from 75 on nobody.
 */
export function strengthOf(bits: number): Strength {
  if (bits < 40) return 'weak';
  if (bits < 60) return 'fair';
  return bits < 75 ? 'good' : 'strong';
}
