/** What a password for one page is made of: the person's own rules, as far as the page lets them. */
import type { Complexity, GeneratorRules } from '../../model/generator.ts';
import { digits, lower, plainOf, type Recipe, recipeOf, symbols, upper } from './characters.ts';
import { parsePasswordRules, special } from './password-rules.ts';

/** What the fields say they take, as the page wrote it. */
export type FieldLimits = {
  /** 0 where the field names none. */
  readonly minLength: number;
  /** 0 where the field names none. */
  readonly maxLength: number;
  /** The attribute `passwordrules`, `''` without one. */
  readonly rules: string;
};

const letters = [lower, upper];
/** What counts as a symbol, whoever chose it. */
const notLetters = `${special} /\\`;
/**
 * What is tried in turn where the page's `pattern` refused what was made before: it may be any
 * regular expression, and whether a text matches is for the page's own process to find out.
 */
const ladder: readonly { readonly sets: readonly string[]; readonly longest: number }[] = [
  { sets: [...letters, digits, '!@#$%&*'], longest: 64 },
  { sets: [...letters, digits, '-_'], longest: 64 },
  { sets: [...letters, digits], longest: 64 },
  { sets: [...letters, digits, '!@#$%'], longest: 16 },
  { sets: [...letters, digits], longest: 16 },
  { sets: [...letters, digits, '!@#$%'], longest: 12 },
  { sets: [...letters, digits], longest: 12 },
  { sets: [...letters, digits, '!'], longest: 8 },
  { sets: [...letters, digits], longest: 8 },
  { sets: [lower, digits], longest: 8 },
  { sets: [digits], longest: 8 },
  { sets: [digits], longest: 6 },
  { sets: [digits], longest: 4 },
];

/** Shorter ones are made only where a page takes no longer, and longer ones where it takes no shorter. */
const usualLengths = { least: 16, most: 64 };
const mostLength = 128;

/** `attempt` is 0 for the first, and one more each time the page's `pattern` refused it. */
export function siteRecipe(options: {
  readonly rules: GeneratorRules;
  readonly limits: FieldLimits;
  readonly complexity: Complexity | null;
  readonly attempt: number;
}): Recipe {
  const { rules, limits, complexity, attempt } = options;
  const page = parsePasswordRules(limits.rules);
  const step = ladder[attempt - 1];
  const pageMin = Math.max(1, limits.minLength, page.minLength);
  const policyMin = complexity?.minLength ?? 0;
  const longest = Math.max(step?.longest ?? Math.max(usualLengths.most, policyMin), pageMin);
  const max = Math.min(limits.maxLength || mostLength, page.maxLength, longest, mostLength);
  const wished = Math.max(usualLengths.least, rules.kind === 'characters' ? rules.length : 0);
  const length = Math.min(Math.max(wished, pageMin, policyMin), Math.max(1, max));
  const own =
    rules.kind === 'characters'
      ? recipeOf(rules).required
      : recipeOf({ ...rules, lower: true, upper: true, digits: true, symbols: true }).required;
  let required = step?.sets ?? withComplexity(own, complexity);
  let allowed = '';
  if (!step && (page.required.length > 0 || page.allowed !== '')) {
    const taken = (set: string) => (rules.plain && plainOf(set)) || set;
    allowed = page.required.length > 0 && rules.plain ? plainOf(page.allowed) : taken(page.allowed);
    required = withComplexity(page.required.map(taken), complexity, allowed);
  }
  // A code of four digits has no room for one of each: then all may occur, and none must.
  if (required.length > length) {
    allowed += required.join('');
    required = [];
  }
  return { length, required, allowed, maxConsecutive: page.maxConsecutive };
}

/** Where a page says what it takes, that is `taken` beside `sets`, and no more is asked than it takes; else anything is. */
function withComplexity(
  sets: readonly string[],
  complexity: Complexity | null,
  taken: string | null = null,
): readonly string[] {
  const needed = [
    complexity?.upper ? upper : '',
    complexity?.digits ? digits : '',
    complexity?.symbols ? notLetters : '',
  ].filter((set) => set !== '');
  // One that is there without its ambiguous characters is there.
  const missing = needed.filter(
    (set) => !sets.some((own) => [...own].every((c) => set.includes(c))),
  );
  const all = taken === null ? null : `${sets.join('')}${taken}`;
  const possible = missing.map((set) =>
    all === null
      ? set === notLetters
        ? symbols
        : set
      : [...set].filter((letter) => all.includes(letter)).join(''),
  );
  return [...sets, ...possible.filter((set) => set !== '')];
}
