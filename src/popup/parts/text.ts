/** Every text a person reads comes from here, by a key that must exist in the English texts. */
import type english from '../../../public/_locales/en/messages.json';
import { localText } from '../../platform/runtime.ts';

export type MessageKey = keyof typeof english;

type PluralKey = MessageKey extends infer Key
  ? Key extends `${infer Base}_other`
    ? Base
    : never
  : never;

export function t(key: MessageKey, ...values: readonly (string | number)[]): string {
  return localText(key, ...values.map((value) => isolated(String(value))));
}

const toLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const toRight = /(?![\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc])\p{L}/u;

/**
 * A name or an address that runs the other way than the sentence is set apart by signs that do not
 * show, or the dots and brackets around it would jump to its other end.
 */
function isolated(value: string): string {
  const other = localText('direction') === 'rtl' ? toRight : toLeft;
  return other.test(value) ? `\u2068${value}\u2069` : value;
}

/** The language of the texts, which may be another than the browser's. */
export const language = (): string => t('language') || 'en';

/** The form of a text that a count asks for; the count, formatted, is the text's `$1`. */
export function plural(key: PluralKey, count: number, ...values: readonly string[]): string {
  const form = new Intl.PluralRules(language()).select(count);
  const all = [number(count), ...values.map(isolated)];
  // A language has only the forms it knows; `other` is in each.
  return localText(`${key}_${form}`, ...all) || t(`${key}_other`, ...all);
}

export function number(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** How large a file is, in the largest unit that fits: `4.2 kB`. */
export function fileSize(bytes: number): string {
  const units = [
    ['megabyte', 1_000_000],
    ['kilobyte', 1_000],
  ] as const;
  const [unit, length] = units.find(([, least]) => bytes >= least) ?? (['byte', 1] as const);
  return new Intl.NumberFormat(language(), {
    style: 'unit',
    unit,
    unitDisplay: unit === 'byte' ? 'long' : 'short',
    maximumFractionDigits: 1,
  }).format(bytes / length);
}

/** A day, as `3 May 2026`. */
export function day(unixSeconds: number): string {
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(unixSeconds * 1000);
}

/** How long ago something was, in the largest unit that fits: `2 months ago`. */
export function ago(unixMilliseconds: number, now: number): string {
  const seconds = Math.max(0, (now - unixMilliseconds) / 1000);
  const units = [
    ['year', 31_557_600],
    ['month', 2_629_800],
    ['day', 86_400],
    ['hour', 3600],
    ['minute', 60],
  ] as const;
  const format = new Intl.RelativeTimeFormat(language(), { numeric: 'auto' });
  for (const [unit, length] of units) {
    if (seconds >= length) return format.format(-Math.floor(seconds / length), unit);
  }
  return format.format(0, 'second');
}
