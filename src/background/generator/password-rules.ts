/**
 * Reads the `passwordrules` attribute, by which a page says what passwords it takes (Apple's
 * "Password AutoFill" syntax): `minlength: 8; required: lower, upper; required: digit; allowed: [-!]`.
 * The text comes from the page: whatever it holds, reading ends soon and throws nothing.
 */
import { digits, lower, upper } from './characters.ts';

export type PasswordRules = {
  readonly minLength: number;
  /** `Infinity` where the rules name none. */
  readonly maxLength: number;
  readonly maxConsecutive: number;
  /** Sets of characters, one of each must occur. */
  readonly required: readonly string[];
  readonly allowed: string;
};

/** As the syntax knows them. */
export const special = '-~!@#$%^&*_+=`|(){}[:;"\'<>,.?]';
const printable = `${lower}${upper}${digits}${special} /\\`;
/** More cannot be meant; each one doubles the work. */
const mostRequired = 6;
const longestText = 1_000;

export function parsePasswordRules(text: string): PasswordRules {
  const rules = {
    minLength: 0,
    maxLength: Number.POSITIVE_INFINITY,
    maxConsecutive: Number.POSITIVE_INFINITY,
    required: [] as string[],
    allowed: '',
  };
  for (const [name, value] of splitRules(text.slice(0, longestText))) {
    const count = /^\d{1,4}$/.test(value) ? Number(value) : null;
    if (name === 'minlength' && count !== null) rules.minLength = Math.max(rules.minLength, count);
    if (name === 'maxlength' && count) rules.maxLength = Math.min(rules.maxLength, count);
    if (name === 'max-consecutive' && count) {
      rules.maxConsecutive = Math.min(rules.maxConsecutive, count);
    }
    const set = name === 'required' || name === 'allowed' ? classesIn(value) : '';
    if (set === '') continue;
    if (name === 'allowed') rules.allowed = unique(rules.allowed + set);
    else if (rules.required.length < mostRequired) rules.required.push(set);
  }
  return rules;
}

/** Pairs of name and value; a semicolon within brackets is a character. */
function splitRules(text: string): [string, string][] {
  const parts: string[] = [''];
  let inside = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text.charAt(at);
    if (letter === '[') inside = true;
    else if (letter === ']' && text.charAt(at + 1) !== ']') inside = false;
    if (letter === ';' && !inside) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => {
    const colon = part.indexOf(':');
    const name = part.slice(0, Math.max(0, colon));
    return [name.trim().toLowerCase(), part.slice(colon + 1).trim()];
  });
}

/** The characters of all classes in a list such as `lower, digit, [-!]`. */
function classesIn(value: string): string {
  let set = '';
  let rest = value;
  while (rest !== '') {
    const own = /^\[(.*?)\](?!\])/s.exec(rest);
    const named = /^[^,[]+/.exec(rest);
    const taken = own?.[0] ?? named?.[0] ?? rest.charAt(0);
    if (own?.[1] !== undefined) set += own[1].replace(/[^\x20-\x7e]/g, '');
    else if (named) set += characterClass(named[0].trim().toLowerCase());
    rest = rest.slice(taken.length);
  }
  return unique(set);
}

function characterClass(name: string): string {
  switch (name) {
    case 'lower':
      return lower;
    case 'upper':
      return upper;
    case 'digit':
      return digits;
    case 'special':
      return special;
    // Every site that takes all of Unicode takes what a keyboard has.
    case 'ascii-printable':
    case 'unicode':
      return printable;
    default:
      return '';
  }
}

const unique = (set: string): string => [...new Set(set)].join('');
