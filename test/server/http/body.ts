import { isJsonObject, type JsonObject } from '../state/json.ts';
import { refuse } from '../state/refusal.ts';

export type Body = JsonObject;

/** The JSON object of a request; no body at all counts as an empty one. */
export async function readBody(c: { req: { text(): Promise<string> } }): Promise<Body> {
  const text = await c.req.text();
  if (text === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw refuse.invalid('The body is not JSON');
  }
  if (!isJsonObject(value)) throw refuse.invalid('The body is not an object');
  return value;
}

/** Text that must be there and not be empty. */
export function requireText(body: Body, key: string): string {
  const value = body[key];
  if (typeof value !== 'string' || value === '') throw refuse.invalid(`${key} is missing`, key);
  return value;
}

/** Text, or null where it is null or absent. */
export function optionalText(body: Body, key: string): string | null {
  const value = body[key] ?? null;
  if (value !== null && typeof value !== 'string') throw refuse.invalid(`${key} is not text`, key);
  return value;
}

/** A whole number; clients also send it as digits. */
export function optionalNumber(body: Body, key: string): number | null {
  const value = body[key] ?? null;
  if (value === null || value === '') return null;
  const number = typeof value === 'string' ? Number(value) : value;
  if (!Number.isInteger(number)) throw refuse.invalid(`${key} is not a whole number`, key);
  return Number(number);
}

/** A list of texts, such as tags. */
export function optionalTexts(body: Body, key: string): string[] | null {
  const value = optionalList(body, key);
  if (value === null) return null;
  return value.map((entry) => {
    if (typeof entry !== 'string')
      throw refuse.invalid(`${key} holds something else than text`, key);
    return entry;
  });
}

/** A list of anything, or null where it is null or absent. */
export function optionalList(body: Body, key: string): unknown[] | null {
  const value = body[key] ?? null;
  if (value !== null && !Array.isArray(value)) throw refuse.invalid(`${key} is not a list`, key);
  return value;
}

/** A map as moves of folders carry them; absent is an empty one. */
export function optionalMap(body: Body, key: string): Body {
  const value = body[key] ?? {};
  // PHP clients and servers write an empty map as an empty list.
  if (Array.isArray(value) && value.length === 0) return {};
  if (!isJsonObject(value)) throw refuse.invalid(`${key} is not a map`, key);
  return value;
}
