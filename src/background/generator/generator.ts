/** Makes passwords, and says what one is worth. */
import { AppError } from '../../model/error.ts';
import type { Complexity, Generated, GeneratorRules } from '../../model/generator.ts';
import { generatorLimits, wordLanguages } from '../../model/generator.ts';
import { makeCharacters, recipeOf } from './characters.ts';
import { raised } from './complexity.ts';
import { createEstimate } from './estimate.ts';
import { makePassphrase } from './passphrase.ts';
import type { Pick } from './pick.ts';
import { makePronounceable } from './pronounceable.ts';
import { type FieldLimits, siteRecipe } from './site-recipe.ts';

export type Generator = {
  /** By the person's rules, and at least what the organisation asks for. Throws `invalid-input` where no password meets them. */
  generate(rules: GeneratorRules): Promise<Generated>;
  /** For the fields of a page: the person's rules as far as the page lets them. */
  generateFor(limits: FieldLimits, rules: GeneratorRules, attempt: number): Promise<Generated>;
  /** Bits that a typed password is worth; an estimate. */
  estimate(password: string): Promise<number>;
};

type Dependencies = {
  readonly pick: Pick;
  /** Lines of a file in `public/words`. */
  readonly readWords: (name: string) => Promise<readonly string[]>;
  readonly complexity: () => Promise<Complexity | null>;
};

export function createGenerator({ pick, readWords, complexity }: Dependencies): Generator {
  let estimating: Promise<(password: string) => number> | null = null;

  async function learn(): Promise<(password: string) => number> {
    const common = await readWords('common-passwords');
    const lists = await Promise.all(wordLanguages.map(readWords));
    return createEstimate({ common, words: new Set(lists.flat()) });
  }

  const made = (generated: Generated | null): Generated => {
    if (generated === null) throw new AppError('invalid-input', 'no password meets the rules');
    return generated;
  };

  /** Words are of any length: one more is taken until there are letters enough. */
  function longEnough(
    rules: GeneratorRules,
    list: readonly string[],
    minLength: number,
  ): Generated {
    for (let words = rules.words; words <= generatorLimits.words.max; words += 1) {
      const phrase = makePassphrase({ ...rules, words }, list, pick);
      if (phrase.text.length >= minLength) return phrase;
    }
    return made(null);
  }

  return {
    async generate(chosen) {
      const least = await complexity();
      const rules = raised(chosen, least);
      switch (rules.kind) {
        case 'characters':
          return made(makeCharacters(recipeOf(rules), pick));
        case 'passphrase':
          return longEnough(rules, await readWords(rules.language), least?.minLength ?? 0);
        case 'pronounceable':
          return makePronounceable(rules, pick);
      }
    },
    async generateFor(limits, rules, attempt) {
      const least = await complexity();
      const ask = { rules: raised(rules, least), complexity: least, attempt };
      const byPage = makeCharacters(siteRecipe({ ...ask, limits }), pick);
      // Rules of a page that nothing meets are none.
      return made(
        byPage ?? makeCharacters(siteRecipe({ ...ask, limits: { ...limits, rules: '' } }), pick),
      );
    },
    async estimate(password) {
      estimating ??= learn();
      estimating.catch(() => {
        estimating = null;
      });
      return (await estimating)(password);
    },
  };
}
