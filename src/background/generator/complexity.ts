/** A person's rules, raised to what the organisation asks for. */
import type { Complexity, GeneratorRules } from '../../model/generator.ts';

export function raised(rules: GeneratorRules, least: Complexity | null): GeneratorRules {
  if (least === null) return rules;
  return {
    ...rules,
    length: Math.max(rules.length, least.minLength),
    upper: rules.upper || least.upper,
    digits: rules.digits || least.digits,
    symbols: rules.symbols || least.symbols,
    // What stands for these in words.
    capitals: rules.capitals || least.upper,
    digit: rules.digit || least.digits,
    separator: least.symbols && rules.separator === ' ' ? '-' : rules.separator,
  };
}
