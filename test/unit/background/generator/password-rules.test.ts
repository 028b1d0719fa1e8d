import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCharacters } from '../../../../src/background/generator/characters.ts';
import { parsePasswordRules } from '../../../../src/background/generator/password-rules.ts';
import { siteRecipe } from '../../../../src/background/generator/site-recipe.ts';
import { defaultGeneratorRules } from '../../../../src/model/generator.ts';
import { lastAttempt } from '../../../../src/protocol/made-calls.ts';
import { seededPick } from './support/seeded.ts';

const none = Number.POSITIVE_INFINITY;

describe('the rules of a page', () => {
  it('are read', () => {
    expect(
      parsePasswordRules('MinLength: 8; required: digit; allowed:[-;]x]; max-consecutive :2;'),
    ).toEqual({
      minLength: 8,
      maxLength: none,
      maxConsecutive: 2,
      required: ['0123456789'],
      allowed: '-;',
    });
  });

  it('may name several kinds of which one must occur', () => {
    expect(parsePasswordRules('required: digit, [ab]').required).toEqual(['0123456789ab']);
  });

  it('may allow a closing bracket, as the last of a set', () => {
    expect(parsePasswordRules('allowed: [a]]').allowed).toBe('a]');
  });

  it('count the stricter where they contradict each other', () => {
    const rules = parsePasswordRules('minlength: 6; minlength: 9; maxlength: 20; maxlength: 12');
    expect([rules.minLength, rules.maxLength]).toEqual([9, 12]);
  });

  it.each([
    '',
    ';',
    ':',
    'required:',
    'required: nonsense; maxlength: -3; minlength: 1e9',
    'required: [',
    '[[[]]]];;::',
  ])('%j say nothing', (text) => {
    expect(parsePasswordRules(text)).toEqual({
      minLength: 0,
      maxLength: none,
      maxConsecutive: none,
      required: [],
      allowed: '',
    });
  });

  const ruleText = fc
    .array(
      fc.oneof(
        fc.constantFrom('required', 'allowed', 'minlength', 'maxlength', 'max-consecutive'),
        fc.constantFrom(
          ':',
          ';',
          ',',
          '[',
          ']',
          ' ',
          'lower',
          'upper',
          'digit',
          'special',
          '8',
          '0',
        ),
        fc.string({ unit: 'binary', maxLength: 4 }),
      ),
      { maxLength: 400 },
    )
    .map((parts) => parts.join(''));

  it('of whatever text end soon, throw nothing and give a password or none', () => {
    const pick = seededPick();
    fc.assert(
      fc.property(
        ruleText,
        fc.nat(600),
        fc.nat(600),
        fc.nat(lastAttempt),
        (text, minLength, maxLength, attempt) => {
          const recipe = siteRecipe({
            rules: defaultGeneratorRules,
            limits: { minLength, maxLength, rules: text },
            complexity: null,
            attempt,
          });
          expect(recipe.length).toBeGreaterThan(0);
          expect(recipe.length).toBeLessThanOrEqual(128);
          expect(recipe.required.length).toBeLessThanOrEqual(6);
          const made = makeCharacters({ ...recipe, maxConsecutive: none }, pick);
          if (made !== null) expect(made.text).toHaveLength(recipe.length);
        },
      ),
      { numRuns: 500 },
    );
  });
});
