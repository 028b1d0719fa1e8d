import { AppError } from '../model/error.ts';

/**
 * Readers for answers of a server that we do not trust. They look at own properties only, copy what
 * they know, tolerate what servers were seen to do (null, missing, numbers as text) and throw
 * `bad-server-answer` for any other shape.
 */

export type JsonRecord = Readonly<Record<string, unknown>>;

export function badAnswer(what: string): AppError {
  return new AppError('bad-server-answer', `the server's answer has no valid ${what}`);
}

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readRecord(value: unknown, what: string): JsonRecord {
  if (!isRecord(value)) throw badAnswer(what);
  return value;
}

/** An own property: `__proto__` and its like are no fields of an answer. */
export function get(record: JsonRecord, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined;
}

/** Text; `''` for null and missing, digits for a number. */
export function readText(record: JsonRecord, key: string): string {
  const value = get(record, key);
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  throw badAnswer(key);
}

/** A whole number, also written as text; 0 for null, missing and empty. */
export function readInteger(record: JsonRecord, key: string): number {
  const value = get(record, key);
  if (value === null || value === undefined || value === '') return 0;
  const number = typeof value === 'string' && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) throw badAnswer(key);
  return Math.trunc(number);
}

/** Unix seconds; 0 for whatever else stands there, since nothing hangs on a time. */
export function readSeconds(record: JsonRecord, key: string): number {
  const value = get(record, key);
  const seconds = typeof value === 'string' ? Number(value) : value;
  return typeof seconds === 'number' && seconds > 0 && seconds < 1e12 ? Math.trunc(seconds) : 0;
}

/** Whether a token may stand in a header: visible ASCII. */
export const isToken = (text: string) => /^[\x21-\x7e]{1,4096}$/.test(text);

export function readToken(record: JsonRecord, key: string): string {
  const value = readText(record, key);
  if (!isToken(value)) throw badAnswer(key);
  return value;
}

/** A truth value, also as 0 and 1; false for null and missing. */
export function readFlag(record: JsonRecord, key: string): boolean {
  const value = get(record, key);
  if (value === null || value === undefined || typeof value === 'boolean') return value ?? false;
  if (value === 0 || value === 1) return value === 1;
  throw badAnswer(key);
}

/** A list without its null entries; empty for null and missing. */
export function readList<T>(value: unknown, what: string, each: (entry: unknown) => T): T[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw badAnswer(what);
  const entries: T[] = [];
  for (const entry of value) if (entry !== null) entries.push(each(entry));
  return entries;
}

/** Words of a list such as tags; numbers become text. */
export function readWords(value: unknown, what: string): string[] {
  return readList(value, what, (entry) => {
    if (typeof entry === 'string') return entry;
    if (typeof entry === 'number') return String(entry);
    throw badAnswer(what);
  });
}

/** Servers use 24 hex digits; what could change the meaning of a path, or name a prototype, is refused. */
const plainId = /^[A-Za-z0-9][A-Za-z0-9_-]{0,127}$/;

export function isPlainId(value: unknown): value is string {
  return typeof value === 'string' && plainId.test(value);
}

export function readId(record: JsonRecord, key: string): string {
  const value = get(record, key);
  const text = typeof value === 'number' ? String(value) : value;
  if (!isPlainId(text)) throw badAnswer(key);
  return text;
}

/** An id that may be missing, null or empty: then null. */
export function readOptionalId(record: JsonRecord, key: string): string | null {
  const value = get(record, key);
  return value === null || value === undefined || value === '' ? null : readId(record, key);
}
