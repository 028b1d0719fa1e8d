import type { StoredText } from '../platform/storage.ts';
import { invalid, type Parser } from '../protocol/parse.ts';

/** What a text says as JSON; null where it is empty, no JSON, or what another version wrote. Never throws. */
export function parseJson<T>(json: string, parser: Parser<T>): T | null {
  try {
    const parsed = parser(JSON.parse(json));
    return parsed === invalid ? null : parsed;
  } catch {
    return null;
  }
}

/** What a store holds; `fresh` where `parseJson` gives null, and where the store itself fails. */
export async function readStored<T>(
  item: StoredText,
  parser: Parser<T>,
  fresh: () => T,
): Promise<T> {
  const json = await item.get().catch(() => '');
  return parseJson(json, parser) ?? fresh();
}
