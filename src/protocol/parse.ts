/**
 * Parsers for whatever comes through a door: messages, stored texts.
 * A parser never throws. It answers with a fresh value of its type, or with `invalid`;
 * unknown keys make a record invalid, so a forged message cannot smuggle anything in.
 */
export const invalid = Symbol('invalid');
export type Parser<T> = (value: unknown) => T | typeof invalid;

/** Text of at most `max` UTF-16 units. */
export function text(max: number): Parser<string> {
  return (value) => (typeof value === 'string' && value.length <= max ? value : invalid);
}

/** A whole number between both bounds. */
export function integer(min: number, max: number): Parser<number> {
  return (value) =>
    typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max
      ? value
      : invalid;
}

/** A whole number from 0 on: a count, a time, the id of a tab or a frame. */
export const natural = integer(0, Number.MAX_SAFE_INTEGER);

export const flag: Parser<boolean> = (value) => (typeof value === 'boolean' ? value : invalid);

/** One of the given texts. */
export function oneOf<const T extends string>(...allowed: readonly T[]): Parser<T> {
  return (value) => allowed.find((each) => each === value) ?? invalid;
}

export function nullable<T>(parser: Parser<T>): Parser<T | null> {
  return (value) => (value === null ? null : parser(value));
}

/** A list of at most `max` values of one kind. */
export function list<T>(parser: Parser<T>, max: number): Parser<readonly T[]> {
  return (value) => {
    if (!Array.isArray(value) || value.length > max) return invalid;
    const out: T[] = [];
    for (const each of value) {
      const parsed = parser(each);
      if (parsed === invalid) return invalid;
      out.push(parsed);
    }
    return out;
  };
}

/** A plain object with exactly these keys. */
export function record<T extends object>(
  fields: { readonly [K in keyof T]-?: Parser<T[K]> },
): Parser<T> {
  const keys = Object.keys(fields) as (keyof T & string)[];
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return invalid;
    const entries = Object.entries(value);
    if (entries.length !== keys.length) return invalid;
    const out: Partial<T> = {};
    for (const key of keys) {
      if (!Object.hasOwn(value, key)) return invalid;
      const parsed = fields[key]((value as Record<string, unknown>)[key]);
      if (parsed === invalid) return invalid;
      out[key] = parsed;
    }
    return out as T;
  };
}

/** The first parser that accepts. */
export function either<A, B>(first: Parser<A>, second: Parser<B>): Parser<A | B> {
  return (value) => {
    const parsed = first(value);
    return parsed === invalid ? second(value) : parsed;
  };
}

/** For calls that carry nothing. */
export const nothing = record<Record<never, never>>({}) as Parser<Record<string, never>>;
