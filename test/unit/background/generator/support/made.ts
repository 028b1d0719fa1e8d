import { readFileSync } from 'node:fs';
import { createGenerator } from '../../../../../src/background/generator/generator.ts';
import { defaultGeneratorRules, type GeneratorRules } from '../../../../../src/model/generator.ts';
import { seededPick } from './seeded.ts';

export const readWords = async (name: string) =>
  readFileSync(`public/words/${name}.txt`, 'utf8').trim().split('\n');
/** A generator whose draws are the same for the same seed. */
export const make = (seed = 1) =>
  createGenerator({ pick: seededPick(seed), readWords, complexity: async () => null });
export const rules = (some: Partial<GeneratorRules>): GeneratorRules => ({
  ...defaultGeneratorRules,
  ...some,
});
export const unlimited = { minLength: 0, maxLength: 0, rules: '' };
