/** Passwords of words. */
import type { Generated, GeneratorRules } from '../../model/generator.ts';
import { type Pick, pickOne } from './pick.ts';

/** `list` holds different words; the digit, where wanted, stands behind one of them. */
export function makePassphrase(
  rules: GeneratorRules,
  list: readonly string[],
  pick: Pick,
): Generated {
  const words = Array.from({ length: rules.words }, () => {
    const word = pickOne(list, pick);
    return rules.capitals ? word.charAt(0).toUpperCase() + word.slice(1) : word;
  });
  let bits = rules.words * Math.log2(list.length);
  if (rules.digit) {
    words[pick(words.length)] += String(pick(10));
    bits += Math.log2(words.length * 10);
  }
  return { text: words.join(rules.separator), bits };
}
